package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.measurement.Round;
import dev.versus.statistics.Medians;
import dev.versus.verdict.Finding;
import dev.versus.workload.Workload;
import java.util.Optional;

/**
 * On the way to one target connections are opened far more often than to another: their cost (a round trip, a handshake, a
 * socket to clean up) is then part of the difference.
 *
 * <p>Formula: TCP connections opened for each request, of the median round. Threshold: more than 0.1 apart, between workloads
 * that both keep their connections or both do not. The kernel counts for the whole machine ({@code ActiveOpens}, RFC 4022), so
 * others' connections are in it: a few of a busy machine are far below one in ten requests, and the median leaves out single
 * bursts and the first round, in which connections are made that last.
 *
 * <p>Severity: a warning, for a server that closes connections will do so to its real clients too.
 */
final class ConnectionChurnDiffers implements PairDiagnostic {

    private static final double LARGEST_DIFFERENCE = 0.1;

    private static final Advice ADVICE = new Advice(
            "connection-churn-differs",
            "one side closes or does not reuse connections: the server, a proxy before it, or a service's own client",
            "let both keep connections, or none, unless that difference is what is compared");

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
