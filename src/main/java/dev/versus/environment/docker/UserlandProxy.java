package dev.versus.environment.docker;

import dev.versus.EnvironmentFacts;
import dev.versus.environment.Reach;
import dev.versus.linux.Proc;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What forwards requests to a published port: Docker's proxy, a process for each port, or the kernel where that is switched off. */
final class UserlandProxy {

    private static final String PORT_OPTION = "-host-port";

    private UserlandProxy() {}

    /** Nothing for a container's own address, and on the network of the host. */
    static List<String> inThePath(Container container, Reach way) {
        Optional<URI> published = container.address(Reach.PUBLISHED_PORT);
        boolean direct = way == Reach.SERVICE_ADDRESS || published.isEmpty();
        return published
                .filter(address -> !direct)
                .map(address -> List.of(
                        listening(address.getPort()).findAny().isPresent() ? EnvironmentFacts.DOCKER_PROXY : "nat"))
                .orElse(List.of());
    }

    /** The proxies of every port that a container publishes. */
    static Stream<ProcessHandle> processes(Container container) {
        return container.replica().published().values().stream().flatMap(UserlandProxy::listening);
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
