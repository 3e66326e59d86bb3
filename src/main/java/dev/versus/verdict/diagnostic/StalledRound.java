package dev.versus.verdict.diagnostic;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds targets whose slowest requests fall into a few rounds: the generator, the target or the machine paused in them, and the p99 over
 * all rounds shows that pause.
 *
 * <p>Formula: the p99 over all rounds / the median of the rounds' p99s, if there are at least five rounds and each has at least 1,000
 * answered requests. Threshold: 2. Source: J. Dean, L. A. Barroso, "The Tail at Scale", CACM 56:2 (2013), on the causes of such pauses.
 *
 * <p>Severity: a warning, because claims compare round with round, and a single round changes their median little.
 */
final class StalledRound extends TargetDiagnostic {

    private static final double MOST = 2;
    private static final int FEWEST_ROUNDS = 5;
    private static final long FEWEST_REQUESTS = 1_000;

    StalledRound() {
        super(
                "stalled-round",
                Scope.LATENCY,
                "the generator, the target or the machine paused for a moment",
                "look at the slow rounds in the report, run again, or compare a lower percentile");
    }

    @Override
    Stream<Finding> examine(String target, Evidence evidence) {
        List<Round> rounds = evidence.roundsOf(target);
        double whole = tail(evidence.total(target));
        double usual = evidence.median(target, StalledRound::tail);
        long stalled = rounds.stream()
                .filter(round -> tail(round.measurement()) > MOST * usual)
                .count();
        return warning(
                hasTails(rounds) && whole > MOST * usual,
                target,
                text(
                        "the p99 of %s is %.3f ms over all rounds, and %.3f ms in the median round: %d of %d rounds hold the slowest requests (limit %.0f times)",
                        target, whole, usual, stalled, rounds.size(), MOST));
    }

    private static boolean hasTails(List<Round> rounds) {
        return rounds.size() >= FEWEST_ROUNDS
                && rounds.stream().allMatch(round -> round.measurement().answered() >= FEWEST_REQUESTS);
    }

    private static double tail(Measurement measurement) {
        return measurement.latencies().percentileMillis(99);
    }
}
