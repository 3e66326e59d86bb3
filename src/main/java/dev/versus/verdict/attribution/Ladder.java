package dev.versus.verdict.attribution;

import dev.versus.InvalidInput;
import dev.versus.PublicApi;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Subject;
import dev.versus.verdict.diagnostic.Diagnostics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sequence of targets, each of which differs from the one before in one thing, to find which of these changes causes the difference
 * between the first and the last.
 *
 * @param bottom the first target
 * @param steps the steps from each target to the next; at least two, because a single step would be the whole difference
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
                    + " names a target twice: each of its steps must lead to another target.");
        }
    }

    /**
     * A step from the previous target to the next one.
     *
     * @param change the one thing that differs, in words that can follow "the step to": "a container's own network"
     */
    @PublicApi
    public record Step(String to, String change) {}

    /** Returns all targets, from the first to the last. */
    public List<String> targets() {
        return Stream.concat(Stream.of(bottom), steps.stream().map(Step::to)).toList();
    }

    String top() {
        return steps.get(steps.size() - 1).to();
    }

    /** Returns the ratio to explain: the last target relative to the first. */
    public Subject.Ratio whole() {
        return new Subject.Ratio(metric, top(), bottom);
    }

    /** Returns the ratio of one step: its target relative to the target before. */
    Subject.Ratio part(Step step) {
        return new Subject.Ratio(metric, step.to(), targets().get(steps.indexOf(step)));
    }

    /** Returns the first finding that makes the figures of a step invalid. */
    Optional<Finding> doubt(List<Finding> findings) {
        return steps.stream()
                .flatMap(step -> Diagnostics.doubt(part(step), findings).stream())
                .findFirst();
    }
}
