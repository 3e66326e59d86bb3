package dev.versus.verdict.diagnostic;

import dev.versus.EnvironmentFacts;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.Finding.Severity;
import java.util.List;

/**
 * Finds comparisons in which requests to some targets go through Docker's userland proxy, a process that copies every byte between two
 * sockets, and requests to other targets do not.
 *
 * <p>Formula: {@code docker-proxy} is a hop on the path to some targets but not to all. Threshold: one hop. Source: Docker's documentation
 * of {@code dockerd --userland-proxy}; its cost is measured by comparing a published port with the container's address.
 *
 * <p>Severity: a warning, because the figures are true for a published port reached from its own host, and a comparison may ask for just
 * these. It would be wrong to attribute the difference to containers.
 */
final class UserlandProxy extends Diagnostic {

    UserlandProxy() {
        super(
                "userland-proxy",
                Scope.ALL,
                "a published port is reached from the same host, so docker-proxy copies every byte in user space",
                "send requests to the container's address, use the host's network, or add such a target beside this one");
    }

    @Override
    boolean explains(Finding finding, Pair pair) {
        return pair.isDividedBy(finding);
    }

    @Override
    List<Finding> examine(Evidence evidence) {
        List<String> proxied = evidence.targets().stream()
                .filter(target -> evidence.around(target).pathHops().contains(EnvironmentFacts.DOCKER_PROXY))
                .toList();
        return finding(
                        !proxied.isEmpty()
                                && proxied.size() < evidence.targets().size(),
                        Severity.WARNS,
                        proxied,
                        text(
                                "requests to %s go through Docker's userland proxy, requests to other targets do not",
                                String.join(" and ", proxied)))
                .toList();
    }
}
