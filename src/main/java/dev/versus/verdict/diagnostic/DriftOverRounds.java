package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.verdict.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * A target became steadily faster or slower from its first round to its last, so its figure depends on when one looks.
 *
 * <p>Formula: Mann-Kendall's test and Sen's slope over the rounds' levels (throughput, or the median latency where a timetable
 * sets the pace), and over the ratio to each other target. Threshold: significant at 1 %, which six rounds can just reach, and a
 * change of more than 5 % over all rounds. Sources: H. B. Mann, Econometrica 13 (1945), 245–259; P. K. Sen, JASA 63 (1968),
 * 1379–1389.
 *
 * <p>Severity: a warning while the ratios to all other targets hold still, for a machine that heats up or has noisy neighbours
 * moves all targets alike, and turns in random order keep ratios fair; invalid where a ratio moves as well: one side alone does.
 */
final class DriftOverRounds implements TargetDiagnostic {

    private static final Advice ADVICE = new Advice(
            "drift-over-rounds",
            "still warming up, growing data, a leak, or a machine that heats up or became busier",
            "plot the rounds; warm up longer, reset the data between rounds, or find what grows");

    @Override
    public String name() {
        return ADVICE.diagnostic();
    }

    @Override
    public Stream<Finding> examine(String target, Evidence evidence) {
        Trend trend = Trend.of(target, evidence);
        if (!trend.matters()) {
            return Stream.empty();
        }
        String symptom = text(
                "%s moved by %+.1f %% from its first round to its last (limit %.0f %%; by chance in %.2f of 100 runs)",
                target, trend.change() * 100, Trend.LARGEST_CHANGE * 100, trend.pValue() * 100);
        return Stream.of(
                Trend.isOwnOf(target, evidence)
                        ? ADVICE.invalidates(List.of(target), symptom + ", and the other targets did not move with it")
                        : ADVICE.warns(List.of(target), symptom));
    }
}
