package dev.versus.comparison;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.workload.Step;
import dev.versus.workload.StepOutcome;
import dev.versus.workload.Workload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leads a comparison from the first slice of warming up to its last round. */
public final class Conductor {

    private static final double LONGEST_BRIEF_SECONDS = 0.5;

    private final LoadGenerator generator;
    private final Progress progress;
    private final Clock clock;

    public Conductor(LoadGenerator generator, Progress progress, Clock clock) {
        this.generator = generator;
        this.progress = progress;
        this.clock = clock;
    }

    /** Runs the whole comparison; blocks until it is over. */
    public Outcome conduct(Comparison comparison) {
        WarmUp warmUp = warmUp(comparison);
        progress.warm(warmUp);
        rehearse(comparison, warmUp);
        List<Round> rounds = new ArrayList<>();
        for (Turn turn : comparison.plan().turns()) {
            Round round = play(turn, comparison, true);
            progress.ended(round);
            rounds.add(round);
        }
        return new Outcome(warmUp, rounds);
    }

    private WarmUp warmUp(Comparison comparison) {
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

    /** Plays uncounted rounds of those workloads whose rounds are short. */
    private void rehearse(Comparison comparison, WarmUp warmUp) {
        Instant start = clock.instant();
        List<Target> brief = comparison.targets().stream()
                .filter(target -> isBrief(comparison.workloadOf(target), of(target, warmUp.slices())))
                .toList();
        while (!brief.isEmpty() && isBefore(start, comparison.warmUp().rehearsal())) {
            for (Target target : brief) {
                progress.rehearsed(play(new Turn(0, 0, target), comparison, false));
            }
        }
    }

    private static boolean isBrief(Workload workload, List<WarmUp.Slice> slices) {
        double perSecond = slices.isEmpty() ? 0 : slices.get(slices.size() - 1).throughput();
        return workload.requests()
                .map(requests -> requests < perSecond * LONGEST_BRIEF_SECONDS)
                .orElse(false);
    }

    private static double cpuMicros(Measurement seen) {
        double seconds = seen.cpu().generator() + seen.cpu().services();
        return seen.answered() > 0 ? seconds * 1e6 / seen.answered() : Double.POSITIVE_INFINITY;
    }

    private Round play(Turn turn, Comparison comparison, boolean counted) {
        Instant started = clock.instant();
        Workload workload = comparison.workloadOf(turn.target());
        List<StepOutcome> steps = new ArrayList<>();
        List<Measurement> measured = new ArrayList<>();
        Optional<Step> next = workload.nextStep(steps);
        while (next.isPresent()) {
            Step step = next.get();
            long seed = comparison.plan().seed() + turn.number() * 1_000L + steps.size();
            Measurement seen = generator.offer(new Stretch(turn.target(), workload, step, seed, counted));
            measured.add(seen);
            steps.add(seen.outcomeAt(step.users()));
            next = workload.nextStep(steps);
        }
        Measurement whole = measured.stream().reduce(Measurement::plus).orElseThrow();
        return new Round(
                turn.target().name(), turn.round(), turn.number(), started, whole, steps, workload.capacity(steps));
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
