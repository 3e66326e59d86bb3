package dev.versus.verdict.attribution;

import dev.versus.statistics.Estimate;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judge;
import dev.versus.verdict.Subject;
import dev.versus.verdict.diagnostic.Diagnostics;
import java.util.List;
import java.util.Optional;

/**
 * A measured step of a ladder.
 *
 * @param from the target before the step
 * @param step the target after the step, and the change
 * @param ratio the metric after the step divided by the metric before; empty if the rounds support no interval
 * @param share the step's share of the whole difference, {@code ln(ratio) / ln(whole ratio)}, so that steps add up; empty if the rounds
 *     do not show that the whole differs from 1
 * @param explainedBy the names of the diagnostics that explain the step's difference
 */
public record Rung(
        String from, Ladder.Step step, Optional<Estimate> ratio, Optional<Estimate> share, List<String> explainedBy) {

    private static final double HALF = 0.5;

    public Rung {
        explainedBy = List.copyOf(explainedBy);
    }

    static Rung of(Ladder ladder, Ladder.Step step, Judge judge, List<Finding> findings) {
        Subject.Ratio part = ladder.part(step);
        return new Rung(
                part.baseline(),
                step,
                judge.estimate(part),
                judge.share(part, ladder.whole()),
                findings.stream()
                        .filter(finding -> Diagnostics.explains(finding, part))
                        .map(Finding::diagnostic)
                        .distinct()
                        .toList());
    }

    /** Tells whether the step carries more than half of the difference: the whole interval of its share lies above one half. */
    boolean carries() {
        return share.filter(one -> one.interval().lower() > HALF).isPresent();
    }

    /** Tells whether the step makes a difference: the interval of its ratio does not contain 1. */
    boolean isToldApart() {
        return ratio.filter(one -> !one.interval().contains(1)).isPresent();
    }
}
