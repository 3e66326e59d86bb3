package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Deployment;
import dev.versus.environment.Environments;
import dev.versus.environment.Health;
import dev.versus.environment.Ports;
import dev.versus.environment.Reach;
import dev.versus.environment.RunId;
import dev.versus.environment.RunningService;
import dev.versus.environment.fingerprint.Fingerprinting;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DockerEnvironmentIT {

    private static final String HEALTHY =
            "healthcheck: {test: 'curl -f http://localhost:8080/', interval: 1s, timeout: 1s, retries: 20}";

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void open() {
        Lab.assumeDocker();
        lab = new Lab(folder);
    }

    private static int status(URI address) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(1000);
        connection.setReadTimeout(2000);
        return connection.getResponseCode();
    }

    private static String ask(Deployment deployment, String service, String... command) {
        RunningService replica = deployment.services().stream()
                .filter(one -> one.service().equals(service))
                .findFirst()
                .orElseThrow();
        return deployment.ask(replica, List.of(command)).orElse("nothing").strip();
    }

    @Test
    void it_is_found_by_its_name() {
        assertThat(Environments.named("docker")).isInstanceOf(DockerEnvironment.class);
    }

    @Test
    void a_service_is_reached_by_its_published_port_and_by_its_address_at_once_and_leaves_nothing() throws Exception {
        RunId run;
        try (Deployment deployment = lab.launch("services: {web: {WEB, ports: ['9999:8080'], " + HEALTHY + "}}")) {
            run = deployment.run();
            URI published = deployment.addresses("web", Reach.PUBLISHED_PORT).get(0);
            URI address = deployment.addresses("web", Reach.SERVICE_ADDRESS).get(0);
            assertThat(deployment.addresses("web")).containsExactly(published);
            assertThat(published).hasHost("127.0.0.1");
            assertThat(published.getPort()).isNotEqualTo(9999);
            assertThat(address).hasPort(8080);
            assertThat(status(published)).isEqualTo(200);
            assertThat(status(address)).isEqualTo(200);
            assertThat(deployment.inThePath("web", Reach.SERVICE_ADDRESS)).isEmpty();
            assertThat(deployment.inThePath("web", Reach.PUBLISHED_PORT))
                    .hasSize(1)
                    .first()
                    .asString()
                    .isIn("docker-proxy", "nat");
            assertThat(lab.madeBy(run)).hasSize(2).allMatch(name -> name.contains(run.value()));
        }
        assertThat(lab.madeBy(run)).isEmpty();
        assertThat(lab.leftovers()).isEmpty();
    }

    @Test
    void the_usual_way_and_a_fixed_port_can_be_chosen() throws Exception {
        int port = new Ports(new Random()).free(1).get(0);
        var environment =
                new DockerEnvironment(lab.options()).with(Map.of("reach", "address", "port.web", String.valueOf(port)));
        try (Deployment deployment =
                environment.launch(lab.define("services: {web: {WEB, ports: ['8080'], " + HEALTHY + "}}"))) {
            assertThat(deployment.addresses("web").get(0)).hasPort(8080);
            assertThat(deployment.services().get(0).address())
                    .isEqualTo(deployment.addresses("web").get(0));
            assertThat(deployment.addresses("web", Reach.PUBLISHED_PORT).get(0)).hasPort(port);
        }
    }

    @Test
    void services_find_each_other_by_name_and_alias_on_their_networks_and_nowhere_else() {
        try (Deployment deployment = lab.launch("""
                services:
                  web: {WEB, expose: [8080], networks: {front: {aliases: [shop]}}}
                  two: {SLEEP, networks: [front, back]}
                  hidden: {SLEEP, networks: [back]}
                networks: {front: {}, back: {internal: true}}
                """)) {
            String fetch = "import urllib.request,sys; print(urllib.request.urlopen(sys.argv[1],timeout=2).status)";
            assertThat(ask(deployment, "two", "python3", "-c", fetch, "http://web:8080/"))
                    .isEqualTo("200");
            assertThat(ask(deployment, "two", "python3", "-c", fetch, "http://shop:8080/"))
                    .isEqualTo("200");
            assertThat(ask(deployment, "hidden", "python3", "-c", fetch, "http://web:8080/"))
                    .isEqualTo("nothing");
        }
    }

    @Test
    void limits_and_confinement_hold() throws IOException {
        Files.writeString(folder.resolve("file"), "from the host");
        try (Deployment deployment = lab.launch("""
                services:
                  held:
                    SLEEP
                    user: "65534:65534"
                    read_only: true
                    cap_drop: [ALL]
                    cap_add: [CAP_CHOWN]
                    security_opt: ["no-new-privileges:true"]
                    tmpfs: ["/tmp:exec,size=1m"]
                    working_dir: /tmp
                    hostname: held
                    volumes: ["%s:/file:ro", "data:/data", "/anonymous"]
                    deploy: {resources: {limits: {cpus: "0.5", memory: 64M}}}
                volumes: {data: {}}
                """.formatted(folder.resolve("file"))
                .replace("SLEEP", "image: IMAGE\n    command: [sleep, '1000']\n    stop_signal: SIGKILL"))) {
            assertFilesAndIdentity(deployment);
            assertLimits(deployment);
            assertThat(lab.madeBy(deployment.run())).hasSize(3);
        }
    }

    private static void assertFilesAndIdentity(Deployment deployment) {
        assertThat(ask(deployment, "held", "id", "-u")).isEqualTo("65534");
        assertThat(ask(deployment, "held", "cat", "/file")).isEqualTo("from the host");
        assertThat(ask(deployment, "held", "pwd")).isEqualTo("/tmp");
        assertThat(ask(deployment, "held", "hostname")).isEqualTo("held");
        assertThat(ask(deployment, "held", "sh", "-c", "touch /x || echo read-only"))
                .isEqualTo("read-only");
        assertThat(ask(deployment, "held", "sh", "-c", "echo 'echo ran' > /tmp/s; chmod +x /tmp/s; /tmp/s"))
                .isEqualTo("ran");
    }

    private static void assertLimits(Deployment deployment) {
        String status = ask(deployment, "held", "cat", "/proc/1/status");
        assertThat(status).containsPattern("NoNewPrivs:\\s+1").containsPattern("CapBnd:\\s+0000000000000001");
        Map<String, String> fingerprint = Fingerprinting.of(deployment).get("held");
        assertThat(fingerprint)
                .containsEntry("limit.cpu", "0.5")
                .containsEntry("limit.memory", "64 MiB")
                .containsEntry("isolation.network", "own")
                .containsEntry("isolation.network-mode", "bridge")
                .containsEntry("isolation.read-only", "true")
                .containsKeys("isolation.image", "isolation.log-driver", "isolation.runtime", "isolation.mtu");
    }

    @Test
    void dependents_start_once_what_they_need_is_healthy_and_output_is_in_the_logs() {
        try (Deployment deployment = lab.launch("""
                services:
                  late: {image: 'IMAGE', stop_signal: SIGKILL, command: [sh, -c, 'echo started; sleep 1000'], depends_on: {web: {condition: service_healthy}}}
                  web: {image: 'IMAGE', stop_signal: SIGKILL, expose: [8080], command: [sh, -c, 'sleep 1; exec python3 -m http.server 8080'], HEALTHY}
                """.replace("HEALTHY", HEALTHY))) {
            Map<String, Instant> starts = new TreeMap<>();
            deployment.services().forEach(one -> starts.put(one.service(), one.started()));
            assertThat(Duration.between(starts.get("web"), starts.get("late"))).isGreaterThan(Duration.ofMillis(900));
            assertThat(deployment.services()).allSatisfy(one -> {
                assertThat(deployment.health(one)).extracting(Health::healthy).isEqualTo(true);
                assertThat(one.process().orElseThrow().pid()).isPositive();
                assertThat(one.commandLine()).isNotEmpty();
            });
            assertThat(deployment.logs().resolve("late-1.log"))
                    .content(StandardCharsets.UTF_8)
                    .satisfies(text -> awaited(deployment.logs().resolve("late-1.log"), "started"));
        }
    }

    private static void awaited(Path log, String text) {
        Instant end = Instant.now().plusSeconds(10);
        while (Instant.now().isBefore(end)) {
            try {
                if (Files.readString(log).contains(text)) {
                    return;
                }
                Thread.sleep(50);
            } catch (IOException | InterruptedException broken) {
                throw new AssertionError(broken);
            }
        }
        throw new AssertionError(log + " never said " + text);
    }

    @Test
    void a_service_is_started_anew_at_the_addresses_that_it_had() throws Exception {
        try (Deployment deployment =
                lab.launch("services: {web: {WEB, ports: ['8080'], deploy: {replicas: 2}, " + HEALTHY + "}}")) {
            List<URI> published = deployment.addresses("web");
            List<URI> addresses = deployment.addresses("web", Reach.SERVICE_ADDRESS);
            List<Long> before = deployment.services().stream()
                    .map(one -> one.process().orElseThrow().pid())
                    .toList();

            deployment.restart("web");

            assertThat(deployment.addresses("web")).isEqualTo(published);
            assertThat(deployment.addresses("web", Reach.SERVICE_ADDRESS)).isEqualTo(addresses);
            assertThat(deployment.services())
                    .noneMatch(
                            one -> before.contains(one.process().orElseThrow().pid()));
            for (URI address : published) {
                assertThat(status(address)).isEqualTo(200);
            }
        }
    }

    @Test
    void it_says_what_it_needs_and_what_is_kept() {
        var environment = new DockerEnvironment(lab.options());
        assertThat(environment.requirements()).hasSize(2).allMatch(one -> one.met());
        assertThat(environment.requirements(lab.define("services: {a: {WEB}, b: {image: 'localhost:1/none'}}")))
                .satisfiesExactly(
                        one -> assertThat(one.met()).isTrue(),
                        one -> assertThat(one.mend()).contains("./versus build"));
    }
}
