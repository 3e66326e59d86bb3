package dev.versus.comparison;

import dev.versus.measurement.Measurement;
import dev.versus.workload.Step;
import dev.versus.workload.Workload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Brings generator and systems to their level, in slices of each target in turns, and rehearses rounds that are short. */
record WarmingUp(LoadGenerator generator, Progress progress, Clock clock) {

    private static final double LONGEST_BRIEF_SECONDS = 0.5;

    /** Slices until every target is level, or the rule's time is up. */
    WarmUp warm(Comparison comparison) {
        WarmUpRule rule = comparison.warmUp();
        Instant start = clock.instant();
        List<WarmUp.Slice> slices = new ArrayList<>();
        boolean level = false;
        while (isBefore(start, rule.least()) || (!level && isBefore(start, rule.most()))) {
            for (Target target : comparison.targets()) {
                WarmUp.Slice slice = warm(target, comparison, slices.size());
                slices.add(slice);
                progress.warming(slice);
            }
            level = comparison.targets().stream().allMatch(target -> rule.isLevel(of(target, slices)));
        }
        return new WarmUp(level, secondsSince(start), slices);
    }

    private WarmUp.Slice warm(Target target, Comparison comparison, int seed) {
        Workload workload = comparison.workloadOf(target);
        Step step = workload.warmUp(comparison.warmUp().slice());
        Measurement seen = generator.offer(new Stretch(target, workload, step, seed, false));
        return new WarmUp.Slice(
                target.name(),
                seen.requests(),
                seen.throughput(),
                seen.latencies().percentileMillis(50),
                cpuMicros(seen),
                seen.failed());
    }

    private static double cpuMicros(Measurement seen) {
        double seconds = seen.cpu().generator() + seen.cpu().services();
        return seen.answered() > 0 ? seconds * 1e6 / seen.answered() : Double.POSITIVE_INFINITY;
    }

    /** Plays uncounted rounds of those workloads whose rounds are short. */
    void rehearse(Comparison comparison, WarmUp warmUp) {
        Instant start = clock.instant();
        List<Target> brief = comparison.targets().stream()
                .filter(target -> isBrief(comparison.workloadOf(target), of(target, warmUp.slices())))
                .toList();
        Player player = new Player(generator, clock, false);
        while (!brief.isEmpty() && isBefore(start, comparison.warmUp().rehearsal())) {
            for (Target target : brief) {
                progress.rehearsed(player.play(new Turn(0, 0, target), comparison));
            }
        }
    }

    private static boolean isBrief(Workload workload, List<WarmUp.Slice> slices) {
        double perSecond = slices.isEmpty() ? 0 : slices.get(slices.size() - 1).throughput();
        return workload.requests()
                .map(requests -> requests < perSecond * LONGEST_BRIEF_SECONDS)
                .orElse(false);
    }

    private static List<WarmUp.Slice> of(Target target, List<WarmUp.Slice> slices) {
        return slices.stream()
                .filter(slice -> slice.target().equals(target.name()))
                .toList();
    }

    private boolean isBefore(Instant start, Duration bound) {
        return Duration.between(start, clock.instant()).compareTo(bound) < 0;
    }

    private double secondsSince(Instant start) {
        return Duration.between(start, clock.instant()).toNanos() / 1e9;
    }
}
