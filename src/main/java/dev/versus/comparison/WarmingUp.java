package dev.versus.comparison;

import dev.versus.workload.Step;
import dev.versus.workload.Workload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Warms up generator and systems: one slice of load on each target, in turns. */
record WarmingUp(LoadGenerator generator, List<Progress> progress, Clock clock) {

    /** Plays slices until every target is level, or the rule's time is up. */
    WarmUp warm(Comparison comparison) {
        WarmUpRule rule = comparison.warmUp();
        Instant start = clock.instant();
        List<WarmUp.Slice> slices = new ArrayList<>();
        boolean level = false;
        while (isBefore(start, rule.least()) || (!level && isBefore(start, rule.most()))) {
            for (Target target : comparison.targets()) {
                WarmUp.Slice slice = warm(target, comparison, slices.size());
                slices.add(slice);
                progress.forEach(listener -> listener.warming(slice));
            }
            level = comparison.targets().stream().allMatch(target -> rule.isLevel(WarmUp.of(target, slices)));
        }
        return new WarmUp(level, secondsSince(start), slices);
    }

    private WarmUp.Slice warm(Target target, Comparison comparison, int seed) {
        Workload workload = comparison.workloadOf(target).whileWarming();
        Step step = workload.warmUp(comparison.warmUp().slice());
        return WarmUp.Slice.of(
                target, generator.offer(new Stretch(target, workload, step, seed, Stretch.Part.WARM_UP, 0)));
    }

    private boolean isBefore(Instant start, Duration bound) {
        return Duration.between(start, clock.instant()).compareTo(bound) < 0;
    }

    private double secondsSince(Instant start) {
        return Duration.between(start, clock.instant()).toNanos() / 1e9;
    }
}
