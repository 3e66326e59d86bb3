package dev.versus.comparison;

import dev.versus.workload.Step;
import dev.versus.workload.Workload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Warms up generator and systems: one slice of load on each target, in turns. A target that is warm leaves its turns to the others; so does
 * one that is like another, which warms both. In the end all targets have a turn again.
 */
record WarmingUp(LoadGenerator generator, List<Progress> progress, Clock clock) {

    /**
     * Plays slices until every target is warm and the generator's compilers are at rest in a turn of each, until the rule's time is up, or
     * until a target is lost.
     */
    WarmUp warm(Comparison comparison) {
        WarmUpRule rule = comparison.warmUp();
        Instant start = clock.instant();
        List<WarmUp.Slice> slices = new ArrayList<>();
        List<Target> cold = new ArrayList<>(comparison.unlike());
        boolean warm = false;
        while (generator.reaches(comparison.targets())
                && (isBefore(start, rule.least()) || (!warm && isBefore(start, rule.most())))) {
            List<Target> cycle = cold.isEmpty() ? comparison.targets() : List.copyOf(cold);
            boolean atRest = true;
            for (Target target : cycle) {
                slices.add(slice(target, comparison, slices.size()));
                atRest &= generator.isAtRest();
            }
            cold.removeIf(target -> rule.isWarm(WarmUp.of(target, slices), cycle.size()));
            warm = cold.isEmpty()
                    && atRest
                    && cycle.size() == comparison.targets().size();
        }
        return new WarmUp(warm && generator.reaches(comparison.targets()), secondsSince(start), slices);
    }

    private WarmUp.Slice slice(Target target, Comparison comparison, int seed) {
        WarmUp.Slice slice = WarmUp.Slice.of(
                target, generator.offer(stretch(new Turn(0, 0, target), comparison, seed, Stretch.Part.WARM_UP)));
        progress.forEach(listener -> listener.warming(slice));
        return slice;
    }

    /** Returns a slice's load on a target: the path of its rounds, for a short time and as fast as they ever go. */
    static Stretch stretch(Turn turn, Comparison comparison, int seed, Stretch.Part part) {
        Workload workload = comparison.workloadOf(turn.target()).whileWarming();
        Step step = workload.warmUp(comparison.warmUp().slice());
        return new Stretch(turn.target(), workload, step, seed, part, turn.number());
    }

    private boolean isBefore(Instant start, Duration bound) {
        return Duration.between(start, clock.instant()).compareTo(bound) < 0;
    }

    private double secondsSince(Instant start) {
        return Duration.between(start, clock.instant()).toNanos() / 1e9;
    }
}
