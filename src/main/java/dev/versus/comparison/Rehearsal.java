package dev.versus.comparison;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.workload.Workload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays turns that do not count, until the compilers of generator and services are at rest in them too. Beginning and ending a round has
 * code paths of its own, and after the CPUs are split the last compilations share one half with the load generator. Brief rounds are played
 * whole; a long one is cut to a slice's load.
 */
record Rehearsal(LoadGenerator generator, List<Progress> progress, Clock clock) {

    /** How many turns in a row the generator is at rest at the end: a name can still be new after a turn at rest. */
    private static final int AT_REST = 3;

    /** Rehearses all targets in turns, then one of them under new request names. */
    void rehearse(Comparison comparison, WarmUp warmUp) {
        WarmUpRule rule = comparison.warmUp();
        List<WarmUp.Slice> slices = new ArrayList<>();
        Instant start = clock.instant();
        boolean atRest = false;
        while (goesOn(start, rule.rehearsal(), rule.longestRehearsal(), atRest)
                && generator.reaches(comparison.targets())) {
            atRest = true;
            for (Target target : comparison.targets()) {
                slices.add(slice(new Turn(0, 0, target), comparison, warmUp, Stretch.Part.REHEARSAL));
                atRest &= generator.isAtRest() && WarmUpRule.isAtRest(WarmUp.of(target, slices));
            }
        }
        dress(comparison.targets().get(0), comparison, warmUp);
    }

    /** Plays turns under new request names. Only the generator is slow at a new name, so any one target will do. */
    private void dress(Target target, Comparison comparison, WarmUp warmUp) {
        WarmUpRule rule = comparison.warmUp();
        Instant start = clock.instant();
        int atRest = 0;
        List<Target> all = comparison.targets();
        for (int turn = 1;
                goesOn(start, rule.dressRehearsal(), rule.longestRehearsal(), atRest >= AT_REST)
                        && generator.reaches(all);
                turn++) {
            var unused = slice(new Turn(turn, 0, target), comparison, warmUp, Stretch.Part.DRESS_REHEARSAL);
            atRest = generator.isAtRest() ? atRest + 1 : 0;
        }
    }

    private boolean goesOn(Instant start, Duration least, Duration most, boolean atRest) {
        Duration sofar = Duration.between(start, clock.instant());
        return sofar.compareTo(least) < 0 || (!atRest && sofar.compareTo(most) < 0);
    }

    private WarmUp.Slice slice(Turn turn, Comparison comparison, WarmUp warmUp, Stretch.Part part) {
        Measurement seen = isBrief(turn.target(), comparison, warmUp)
                ? rounds(turn, comparison, part)
                : generator.offer(WarmingUp.stretch(turn, comparison, -turn.number(), part));
        return WarmUp.Slice.of(turn.target(), seen);
    }

    private static boolean isBrief(Target target, Comparison comparison, WarmUp warmUp) {
        List<WarmUp.Slice> slices = WarmUp.of(target, warmUp.slices());
        double perSecond = slices.isEmpty() ? 0 : slices.get(slices.size() - 1).throughput();
        double seconds = comparison.warmUp().rehearsal().toNanos() / 1e9;
        Workload workload = comparison.workloadOf(target);
        return workload.equals(workload.whileWarming())
                && workload.requests()
                        .map(requests -> requests < perSecond * seconds)
                        .orElse(false);
    }

    /** Plays whole rounds for as long as a warm-up slice lasts, at least one. */
    private Measurement rounds(Turn turn, Comparison comparison, Stretch.Part part) {
        Player player = new Player(generator, clock, part);
        Instant start = clock.instant();
        List<Measurement> rounds = new ArrayList<>();
        do {
            Round round = player.play(turn, comparison);
            progress.forEach(listener -> listener.rehearsed(round));
            rounds.add(round.measurement());
        } while (goesOn(start, comparison.warmUp().slice(), Duration.ZERO, true));
        return rounds.stream().reduce(Measurement::plus).orElseThrow();
    }
}
