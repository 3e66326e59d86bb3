package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.environment.docker.DockerEnvironment;
import dev.versus.environment.docker.DockerOptions;
import dev.versus.environment.fixture.Traces;
import dev.versus.environment.host.ReplicaGroups;
import dev.versus.environment.namespace.NamespaceEnvironment;
import dev.versus.environment.namespace.NamespaceOptions;
import dev.versus.environment.process.ProcessEnvironment;
import dev.versus.environment.process.ProcessOptions;
import dev.versus.linux.EqualShares;
import dev.versus.system.Interpolation;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real deployments of real environments, two at a time, under the kernel's own cgroups. */
@Timeout(120)
class EqualSharesIT {

    @TempDir
    Path folder;

    private static Stream<List<String>> pairs() {
        List<String> names = List.of("process", "namespace", "docker");
        return names.stream()
                .flatMap(one -> names.stream()
                        .filter(other -> one.compareTo(other) <= 0)
                        .map(other -> List.of(one, other)));
    }

    private Deployment launch(String name, int replicas) throws IOException {
        Path state = folder.resolve("state");
        Environment environment = switch (name) {
            case "process" -> new ProcessEnvironment(ProcessOptions.defaults().state(state));
            case "namespace" ->
                new NamespaceEnvironment(NamespaceOptions.defaults().state(state));
            default -> new DockerEnvironment(DockerOptions.defaults().state(state));
        };
        SystemDefinition system = system(name.equals("docker") ? "image: 'python:3.14-slim', " : "", replicas);
        List<Requirement> missing = Stream.of(environment.requirements(), environment.requirements(system))
                .flatMap(List::stream)
                .filter(one -> !one.met())
                .toList();
        assumeTrue(missing.isEmpty(), "skipped: " + missing + "; see ./versus doctor " + name);
        return environment.launch(system);
    }

    private SystemDefinition system(String image, int replicas) throws IOException {
        Path file = Files.writeString(
                folder.resolve("compose.yaml"),
                "services: {idle: {" + image + "command: [sleep, '1000'], stop_signal: SIGKILL, deploy: {replicas: "
                        + replicas + "}}}");
        return SystemDefinition.readFile(file, List.of(), new Interpolation(Map.of()));
    }

    private static boolean haveCgroups(Deployment deployment) {
        return !Traces.cgroups(deployment.run()).isEmpty();
    }

    private static String objection(List<Long> one, List<Long> other) {
        return EqualShares.ofThisHost().objection(one, other).orElse("none");
    }

    private static List<Long> pids(Deployment deployment) {
        return deployment.services().stream()
                .map(service -> service.process().orElseThrow().pid())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void two_deployments_have_equal_shares_wherever_each_runs(List<String> pair) throws IOException {
        assumeTrue(
                ReplicaGroups.onThisHost("versus").canBeMade(),
                "skipped: no cgroups are mounted here, or this user may not make any");
        try (Deployment one = launch(pair.get(0), 1);
                Deployment other = launch(pair.get(1), 3)) {
            assumeTrue(haveCgroups(one) && haveCgroups(other), "skipped: this Docker engine leaves cgroups to systemd");
            assertThat(objection(pids(one), pids(other))).isEqualTo("none");
            assertThat(objection(pids(one), pids(other).subList(0, 2))).contains("other processes share the cgroup");
        }
    }
}
