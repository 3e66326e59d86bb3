package dev.versus.verdict.attribution;

import dev.versus.InvalidInput;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Subject;
import java.util.List;
import java.util.stream.Stream;

/**
 * Targets in an order in which each differs from the one before in one thing, so that their difference from first to last can be
 * put down to one of these things.
 *
 * @param metric the metric whose difference is to be explained
 * @param bottom the first target
 * @param steps from each target to the next; two at least, for a single one explains everything
 */
public record Ladder(Metric metric, String bottom, List<Step> steps) {

    public Ladder {
        steps = List.copyOf(steps);
        if (steps.size() < 2) {
            throw new InvalidInput("An explanation of the " + metric.id() + " of " + bottom
                    + " needs two steps at least, and was given " + steps.size() + ".");
        }
        long different = Stream.concat(Stream.of(bottom), steps.stream().map(Step::to))
                .distinct()
                .count();
        if (different <= steps.size()) {
            throw new InvalidInput("An explanation of the " + metric.id() + " of " + bottom
                    + " comes to a target twice: each of its steps leads to another one.");
        }
    }

    /**
     * A step from the target before.
     *
     * @param to the target that it leads to
     * @param change the one thing that differs, in words that may follow "the step to": "a container's own network"
     */
    public record Step(String to, String change) {}

    /** All its targets, from the first to the last. */
    public List<String> targets() {
        return Stream.concat(Stream.of(bottom), steps.stream().map(Step::to)).toList();
    }

    String top() {
        return steps.get(steps.size() - 1).to();
    }

    /** The difference that is to be explained. */
    public Subject.Ratio whole() {
        return new Subject.Ratio(metric, top(), bottom);
    }

    /** The part of it that a step makes. */
    Subject.Ratio part(Step step) {
        return new Subject.Ratio(metric, step.to(), targets().get(steps.indexOf(step)));
    }
}
