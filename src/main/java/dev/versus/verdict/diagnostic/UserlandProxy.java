package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.EnvironmentFacts;
import dev.versus.verdict.Finding;
import java.util.List;

/**
 * Requests to one target go through Docker's userland proxy, a process that copies every byte between two sockets, and those to
 * another do not.
 *
 * <p>Formula: {@code docker-proxy} among the hops on the path of some targets but not of all. Threshold: one hop. Source: Docker's
 * documentation of {@code dockerd --userland-proxy}; its price is measured by comparing a published port with the container's
 * address.
 *
 * <p>Severity: a warning, since the figures are true of a published port reached from its own host, and a comparison may want
 * just these; what is false is to put the difference down to containers.
 */
final class UserlandProxy implements Diagnostic {

    private static final Advice ADVICE = new Advice(
            "userland-proxy",
            "a published port is reached from the same host, so docker-proxy copies every byte in user space",
            "send to the container's address, use the host's network, or add such a target beside this one");

    @Override
    public String name() {
        return ADVICE.diagnostic();
    }

    @Override
    public boolean explains(Finding finding, Pair pair) {
        return pair.isDividedBy(finding);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<String> proxied = evidence.targets().stream()
                .filter(target -> evidence.around(target).pathHops().contains(EnvironmentFacts.DOCKER_PROXY))
                .toList();
        return proxied.isEmpty() || proxied.size() == evidence.targets().size()
                ? List.of()
                : List.of(ADVICE.warns(
                        proxied,
                        text(
                                "requests to %s pass Docker's userland proxy, those to other targets do not",
                                String.join(" and ", proxied))));
    }
}
