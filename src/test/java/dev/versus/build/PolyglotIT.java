package dev.versus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.CacheFolder;
import dev.versus.environment.Deployment;
import dev.versus.environment.Environment;
import dev.versus.environment.Environments;
import dev.versus.environment.Requirement;
import dev.versus.system.Interpolation;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service in Go, one in JavaScript and one in Java, from one Compose file without a word for Versus. */
class PolyglotIT {

    private static final Path SYSTEM = Path.of("src/test/resources/dev/versus/build/polyglot");
    private static final List<String> TOOLS = List.of("go", "node", "npm", "mvn");

    /** Base images that are here without a registry, if they were provisioned. */
    private static final Map<String, String> BASES =
            Map.of("BASE", "debian:bookworm", "NODE_BASE", "debian:bookworm", "JAVA_BASE", "eclipse-temurin:25-jre");

    @TempDir
    static Path folder;

    @BeforeAll
    static void moveTheCache() throws IOException {
        TOOLS.forEach(tool -> assumeTrue(OnPath.find(tool).isPresent(), "skipped: " + tool + " is not on the PATH"));
        System.setProperty(CacheFolder.PROPERTY, folder.resolve("cache").toString());
        // Outside this repository, whose Maven wrapper would be found otherwise.
        Sources.of(SYSTEM).copyTo(folder.resolve("polyglot"));
    }

    @AfterAll
    static void moveTheCacheBack() {
        System.clearProperty(CacheFolder.PROPERTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"process", "namespace", "docker"})
    void one_compose_file_runs_everywhere_and_is_built_once(String name) throws Exception {
        Environment environment = Environments.named(name);
        SystemDefinition system = SystemDefinition.read(
                Path.of("services"), folder.resolve("polyglot").toString(), null, new Interpolation(BASES));
        requireMet(environment.requirements());
        requireMet(environment.requirements(system));
        Environments.named("process").prepare(system, line -> {});

        var said = new ArrayList<String>();
        try (Deployment deployment = environment.launch(system, said::add)) {
            assertThat(get(deployment, "greeter")).isEqualTo("hello from Go\n");
            assertThat(get(deployment, "counter")).startsWith("request ").endsWith("1m\n");
            assertThat(get(deployment, "clock")).startsWith("20");
            Path built = Builds.of(system.service("greeter")).orElseThrow().home();
            assertThat(Files.mismatch(programOf(deployment, "greeter"), built.resolve("bin/greeter")))
                    .isEqualTo(-1);
        }
        assertThat(said).noneMatch(line -> line.startsWith("built"));
        assertThat(Sources.of(folder.resolve("polyglot")).digest())
                .isEqualTo(Sources.of(SYSTEM).digest());
    }

    /** Returns the file that a service runs, as the kernel tells it. */
    private static Path programOf(Deployment deployment, String service) {
        long pid = deployment.services().stream()
                .filter(replica -> replica.service().equals(service))
                .findFirst()
                .orElseThrow()
                .process()
                .orElseThrow()
                .pid();
        return Path.of("/proc", Long.toString(pid), "exe");
    }

    private static void requireMet(List<Requirement> requirements) {
        requirements.forEach(one -> assumeTrue(one.met(), "skipped: " + one.what() + ": " + one.found()));
    }

    private static String get(Deployment deployment, String service) throws Exception {
        URI address = deployment.addresses(service).get(0);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
