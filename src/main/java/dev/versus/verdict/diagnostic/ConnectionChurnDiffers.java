package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.workload.Workload;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds pairs of targets where requests to one open many more connections than requests to the other. The cost of a connection (a round
 * trip, a handshake, a socket to clean up) is then part of the measured difference.
 *
 * <p>Formula: connections that the generator opened to the target per request, in the median round. Threshold: a difference of more than
 * 0.1, between workloads that both use keep-alive or both do not. The median is not affected by the first round, in which the lasting
 * connections are opened.
 *
 * <p>Severity: a warning, because a server that closes connections does the same to its real clients.
 */
final class ConnectionChurnDiffers extends PairDiagnostic {

    private static final double LARGEST_DIFFERENCE = 0.1;

    ConnectionChurnDiffers() {
        super(
                "connection-churn-differs",
                Scope.ALL,
                "the server, or a proxy before it, closes connections",
                "let both targets keep connections open, or neither, unless that is what you compare");
    }

    @Override
    boolean explains(Finding finding, Pair pair) {
        return pair.isMeantBy(finding);
    }

    @Override
    Stream<Finding> examine(Pair pair, Evidence evidence) {
        double a = connectionsPerRequest(pair.a(), evidence);
        double b = connectionsPerRequest(pair.b(), evidence);
        boolean meant = !keepAlive(pair.a(), evidence).equals(keepAlive(pair.b(), evidence));
        return finding(
                !meant && Math.abs(a - b) > LARGEST_DIFFERENCE,
                false,
                pair,
                text(
                        "%.2f connections were opened for each request to %s, and %.2f to %s (limit %.1f apart)",
                        a, pair.a(), b, pair.b(), LARGEST_DIFFERENCE));
    }

    private static Optional<Boolean> keepAlive(String target, Evidence evidence) {
        return evidence.workloadOf(target).map(Workload::keepAlive);
    }

    private static double connectionsPerRequest(String target, Evidence evidence) {
        return evidence.median(target, round -> (double) round.used().connections() / Math.max(1, round.requests()));
    }
}
