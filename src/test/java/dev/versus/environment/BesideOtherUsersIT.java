package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.CacheFolder;
import dev.versus.environment.docker.DockerEnvironment;
import dev.versus.environment.docker.DockerOptions;
import dev.versus.environment.fixture.CommandLineWatch;
import dev.versus.environment.fixture.Listeners;
import dev.versus.environment.fixture.SecondUser;
import dev.versus.environment.fixture.ServiceProcesses;
import dev.versus.environment.fixture.Traces;
import dev.versus.environment.namespace.NamespaceEnvironment;
import dev.versus.environment.namespace.NamespaceOptions;
import dev.versus.environment.process.ProcessEnvironment;
import dev.versus.environment.process.ProcessOptions;
import dev.versus.services.shop.fixture.DeployedShop;
import dev.versus.system.Interpolation;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Root runs systems beside other users of the machine: they can neither write to, nor read secrets of, nor lead astray a run. */
@Timeout(600)
class BesideOtherUsersIT {

    private static final Path SHOP = Path.of("services/shop");

    private final String secret = UUID.randomUUID().toString();
    private final SoftAssertions softly = new SoftAssertions();

    @TempDir
    Path folder;

    private Path start = Path.of("");
    private Listeners listeners = new Listeners(Set.of());
    private List<String> sharedBefore = List.of();

    /** Others may enter the folder: what keeps them out is what a run itself makes. */
    @BeforeEach
    void open() throws IOException {
        SecondUser.assumeSecondUser();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        start = Files.createFile(folder.resolve("start"));
        listeners = Listeners.now();
        sharedBefore = Traces.shared();
    }

    private Environment environment(String name) {
        Path state = folder.resolve("state");
        Environment environment = switch (name) {
            case "process" -> new ProcessEnvironment(ProcessOptions.defaults().state(state));
            case "namespace" ->
                new NamespaceEnvironment(NamespaceOptions.defaults().state(state));
            default -> new DockerEnvironment(DockerOptions.defaults().state(state));
        };
        List<String> missing = environment.requirements().stream()
                .filter(one -> !one.met())
                .map(Requirement::what)
                .toList();
        assumeTrue(missing.isEmpty(), "skipped: " + missing + " is missing; see ./versus doctor " + name);
        return environment;
    }

    /** The shop, whose database has a password that nobody knows. */
    private SystemDefinition shop(String variant) throws IOException {
        Path password = Files.writeString(folder.resolve("password.yaml"), """
                services:
                  postgres: {environment: {POSTGRES_PASSWORD: SECRET}}
                  product-service: {environment: {POSTGRES_URL: 'postgresql://shop:SECRET@postgres:5432/shop'}}
                  order-service: {environment: {POSTGRES_URL: 'postgresql://shop:SECRET@postgres:5432/shop'}}
                """.replace("SECRET", secret));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        return SystemDefinition.readFile(
                SHOP.resolve("compose.yaml"),
                List.of(SHOP.resolve("compose." + variant + ".yaml"), password),
                Interpolation.ofProcess());
    }

    private SystemDefinition stores() throws IOException {
        Path compose = Files.createDirectory(folder.resolve("stores")).resolve("compose.yaml");
        Files.writeString(compose, """
                services:
                  postgres: {image: 'postgres:18', environment: {POSTGRES_PASSWORD: SECRET}}
                  redis: {image: 'redis:8.2', user: redis, command: [redis-server, --requirepass, SECRET]}
                """.replace("SECRET", secret));
        Files.setPosixFilePermissions(compose, PosixFilePermissions.fromString("rw-------"));
        return SystemDefinition.readFile(compose, List.of(), Interpolation.ofProcess());
    }

    @ParameterizedTest
    @CsvSource({"process, jvm", "process, flask-gunicorn", "namespace, jvm", "namespace, flask-gunicorn", "docker, jvm"
    })
    void a_shop_is_closed_to_them(String name, String variant) throws Exception {
        if (!variant.equals("jvm")) {
            DeployedShop.assumeMachineHasPythonAndNginx();
        }
        Environment environment = environment(name);
        audit(name, environment, shop(variant));
    }

    @ParameterizedTest
    @CsvSource({"process", "namespace"})
    void a_password_that_a_command_names_is_on_no_command_line(String name) throws Exception {
        Environment environment = environment(name);
        audit(name, environment, stores());
    }

    @Test
    void what_is_open_to_them_is_found() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(
                Files.writeString(open.resolve("file"), secret), PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThat(SecondUser.writable(List.of(open)))
                .containsExactly(open.resolve("file").toString());
        assertThat(SecondUser.readableWith(secret, start, List.of(open)))
                .containsExactly(open.resolve("file").toString());
        assertThat(SecondUser.said("id -u", List.of())).isEqualTo("60123\n");
    }

    private void audit(String name, Environment environment, SystemDefinition system) throws Exception {
        RunId run;
        List<ProcessHandle> processes;
        try (var watch = new CommandLineWatch(secret);
                Deployment deployment = environment.launch(system)) {
            run = deployment.run();
            processes = ServiceProcesses.of(deployment);
            nothingIsWritable(run, deployment);
            noSecretIsReadable(run, deployment, processes);
            softly.assertThat(watch.seen())
                    .as("command lines with the password")
                    .isEmpty();
            nothingListensBeyondLoopback(deployment, processes);
            if (!name.equals("docker")) {
                softly.assertThat(processes.stream()
                                .filter(ServiceProcesses::isOfRoot)
                                .map(ServiceProcesses::described))
                        .as("processes of services that run as root")
                        .isEmpty();
            }
            redisKeepsItsFolder(deployment.addresses("redis").get(0));
        }
        nothingIsLeft(run, processes);
        softly.assertAll();
    }

    private void nothingIsWritable(RunId run, Deployment deployment) {
        softly.assertThat(SecondUser.writable(places(run, deployment)))
                .as("writable for another user")
                .isEmpty();
        softly.assertThat(SecondUser.writableSince(start, Traces.SHARED))
                .as("writable in shared folders")
                .isEmpty();
        softly.assertThat(Traces.shared().stream().filter(Predicate.not(sharedBefore::contains)))
                .as("names in shared folders that others can know")
                .noneMatch(path -> path.contains("versus") || path.contains(run.value()));
    }

    private List<Path> places(RunId run, Deployment deployment) {
        var places = new ArrayList<>(List.of(
                folder.resolve("state"),
                deployment.logs(),
                Path.of("/var/lib/versus"),
                CacheFolder.ofUser(),
                Traces.NAMESPACES));
        places.addAll(Traces.cgroups(run));
        return places;
    }

    private void noSecretIsReadable(RunId run, Deployment deployment, List<ProcessHandle> processes) {
        var places = new ArrayList<>(places(run, deployment));
        places.addAll(Traces.SHARED);
        softly.assertThat(SecondUser.readableWith(secret, start, places))
                .as("files with the password")
                .isEmpty();
        softly.assertThat(SecondUser.said("ps -eo args; cat /proc/[0-9]*/cmdline", List.of()))
                .as("the list of processes")
                .contains("bash")
                .doesNotContain(secret);
        List<String> pids =
                processes.stream().map(each -> String.valueOf(each.pid())).toList();
        softly.assertThat(SecondUser.said("for pid; do cat /proc/$pid/environ; done", pids))
                .as("environments of processes")
                .isEmpty();
    }

    /** Neither services nor what forwards to them, this JVM or somebody unknown. */
    private void nothingListensBeyondLoopback(Deployment deployment, List<ProcessHandle> processes) {
        var own = new ArrayList<>(processes);
        own.addAll(deployment.forwarders());
        own.add(ProcessHandle.current());
        softly.assertThat(listeners.newBeyondLoopback(own))
                .as("new listeners beyond loopback")
                .isEmpty();
    }

    /** Who may reach it, may use it as a store; but not have it write files elsewhere. */
    private void redisKeepsItsFolder(URI redis) {
        String script = "exec 3<>\"/dev/tcp/$1/$2\"; printf 'CONFIG SET dir /tmp\\r\\n' >&3;"
                + " read -r -t 5 answer <&3; echo \"$answer\"";
        softly.assertThat(SecondUser.said(script, List.of(redis.getHost(), String.valueOf(redis.getPort()))))
                .as("what Redis answers to CONFIG SET dir")
                .startsWith("-");
    }

    private void nothingIsLeft(RunId run, List<ProcessHandle> processes) {
        softly.assertThat(processes).as("processes that are left").noneMatch(ProcessHandle::isAlive);
        softly.assertThat(new HostProcesses().carrying(run))
                .as("processes with the id of the run")
                .isEmpty();
        softly.assertThat(new StateFolder(folder.resolve("state")).runs())
                .as("folders of runs")
                .isEmpty();
        softly.assertThat(Traces.of(run)).as("cgroups, namespaces, folders").isEmpty();
        softly.assertThat(Traces.shared()).as("shared folders").noneMatch(path -> path.contains(run.value()));
    }
}
