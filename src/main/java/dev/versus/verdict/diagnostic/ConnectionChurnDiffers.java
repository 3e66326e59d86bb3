package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.measurement.Round;
import dev.versus.statistics.Medians;
import dev.versus.verdict.Finding;
import dev.versus.workload.Workload;
import java.util.Optional;

/**
 * Finds pairs of targets where requests to one open many more connections than requests to the other. The cost of a connection (a round
 * trip, a handshake, a socket to clean up) is then part of the measured difference.
 *
 * <p>Formula: opened TCP connections per request, in the median round. Threshold: a difference of more than 0.1, between workloads that
 * both use keep-alive or both do not. The kernel counts for the whole machine ({@code ActiveOpens}, RFC 4022), so connections of other
 * programs are included. On a busy machine they are far fewer than one in ten requests, and the median is not affected by single bursts
 * or by the first round, in which the lasting connections are opened.
 *
 * <p>Severity: a warning, because a server that closes connections does the same to its real clients.
 */
final class ConnectionChurnDiffers implements PairDiagnostic {

    private static final double LARGEST_DIFFERENCE = 0.1;

    private static final Advice ADVICE = new Advice(
            "connection-churn-differs",
            "the server, a proxy before it, or a client inside a service closes connections or does not reuse them",
            "let both targets keep connections open, or neither, unless that is what you compare");

    @Override
    public String name() {
        return ADVICE.diagnostic();
    }

    @Override
    public boolean explains(Finding finding, Pair pair) {
        return pair.isMeantBy(finding);
    }

    @Override
    public Optional<Finding> examine(Pair pair, Evidence evidence) {
        double a = connectionsPerRequest(pair.a(), evidence);
        double b = connectionsPerRequest(pair.b(), evidence);
        boolean meant = !keepAlive(pair.a(), evidence).equals(keepAlive(pair.b(), evidence));
        return meant || Math.abs(a - b) <= LARGEST_DIFFERENCE
                ? Optional.empty()
                : Optional.of(ADVICE.warns(
                        pair.targets(),
                        text(
                                "%.2f connections were opened for each request to %s, and %.2f to %s (limit %.1f apart)",
                                a, pair.a(), b, pair.b(), LARGEST_DIFFERENCE)));
    }

    private static Optional<Boolean> keepAlive(String target, Evidence evidence) {
        return evidence.workloadOf(target).map(Workload::keepAlive);
    }

    private static double connectionsPerRequest(String target, Evidence evidence) {
        return Medians.of(evidence.roundsOf(target).stream()
                .map(Round::measurement)
                .mapToDouble(round -> (double) round.used().connections() / Math.max(1, round.requests()))
                .toArray());
    }
}
