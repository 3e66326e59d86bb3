package dev.versus.environment.docker;

import dev.versus.EnvironmentFacts;
import dev.versus.environment.Reach;
import dev.versus.linux.Proc;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Forwarder of requests to published ports: Docker's userland proxy with one process for each port, or the kernel where that proxy is
 * switched off.
 */
final class DockerProxy {

    private static final String PORT_OPTION = "-host-port";

    private DockerProxy() {}

    /** Returns the forwarder of a container's first port; nothing for the container's own address, and on the network of the host. */
    static List<String> inThePath(Container container, Reach way) {
        Optional<URI> published = container.address(Reach.PUBLISHED_PORT);
        boolean direct = way == Reach.SERVICE_ADDRESS || published.isEmpty();
        return published
                .filter(address -> !direct)
                .map(address -> List.of(
                        listening(address.getPort()).findAny().isPresent() ? EnvironmentFacts.DOCKER_PROXY : "nat"))
                .orElse(List.of());
    }

    /** Returns the proxy processes of every port that a container publishes. */
    static Stream<ProcessHandle> processes(Container container) {
        return container.replica().published().values().stream().flatMap(DockerProxy::listening);
    }

    private static Stream<ProcessHandle> listening(int port) {
        Proc proc = Proc.ofThisHost();
        return ProcessHandle.allProcesses()
                .filter(process -> isProxyFor(proc.words(process.pid(), "cmdline"), String.valueOf(port)));
    }

    static boolean isProxyFor(List<String> commandLine, String port) {
        int option = commandLine.indexOf(PORT_OPTION);
        return !commandLine.isEmpty()
                && commandLine.get(0).endsWith(EnvironmentFacts.DOCKER_PROXY)
                && option > 0
                && option + 1 < commandLine.size()
                && commandLine.get(option + 1).equals(port);
    }
}
