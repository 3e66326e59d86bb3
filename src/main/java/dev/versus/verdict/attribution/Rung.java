package dev.versus.verdict.attribution;

import dev.versus.statistics.Estimate;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judge;
import dev.versus.verdict.Subject;
import dev.versus.verdict.diagnostic.Diagnostics;
import java.util.List;
import java.util.Optional;

/**
 * A step of a ladder in figures.
 *
 * @param from the target before it
 * @param step where it leads to, and what differs
 * @param ratio the metric behind it divided by the metric before; empty where the rounds support no interval
 * @param share its share of the whole difference, on the line of logarithms where steps add up; empty where the whole is not told
 *     from nothing
 * @param explainedBy the diagnostics that tell why it makes a difference
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

    /** Whether more than half of the difference comes with it, wherever in its interval the truth lies. */
    boolean carries() {
        return share.filter(one -> one.interval().lower() > HALF).isPresent();
    }

    /** Whether it makes any difference at all. */
    boolean isToldApart() {
        return ratio.filter(one -> !one.interval().contains(1)).isPresent();
    }
}
