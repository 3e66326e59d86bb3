package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.Medians;
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
final class StalledRound implements TargetDiagnostic {

    private static final double MOST = 2;
    private static final int FEWEST_ROUNDS = 5;
    private static final long FEWEST_REQUESTS = 1_000;

    private static final Advice ADVICE = new Advice(
            "stalled-round",
            Scope.LATENCY,
            "the generator, the target or the machine paused for a moment",
            "look at the slow rounds in the report, run again, or compare a lower percentile");

    @Override
    public String name() {
        return ADVICE.diagnostic();
    }

    @Override
    public Stream<Finding> examine(String target, Evidence evidence) {
        return hasTails(evidence.roundsOf(target)) && whole(target, evidence) > MOST * usual(target, evidence)
                ? Stream.of(ADVICE.warns(List.of(target), symptom(target, evidence)))
                : Stream.empty();
    }

    private static boolean hasTails(List<Round> rounds) {
        return rounds.size() >= FEWEST_ROUNDS
                && rounds.stream().allMatch(round -> round.measurement().answered() >= FEWEST_REQUESTS);
    }

    private static String symptom(String target, Evidence evidence) {
        double usual = usual(target, evidence);
        List<Round> rounds = evidence.roundsOf(target);
        long stalled = rounds.stream()
                .filter(round -> tail(round.measurement()) > MOST * usual)
                .count();
        return text(
                "the p99 of %s is %.3f ms over all rounds, and %.3f ms in the median round: %d of %d rounds hold the slowest requests (limit %.0f times)",
                target, whole(target, evidence), usual, stalled, rounds.size(), MOST);
    }

    private static double whole(String target, Evidence evidence) {
        return tail(evidence.total(target));
    }

    private static double usual(String target, Evidence evidence) {
        return Medians.of(evidence.roundsOf(target).stream()
                .mapToDouble(round -> tail(round.measurement()))
                .toArray());
    }

    private static double tail(Measurement measurement) {
        return measurement.latencies().percentileMillis(99);
    }
}
