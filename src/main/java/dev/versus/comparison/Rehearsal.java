package dev.versus.comparison;

import dev.versus.measurement.DuetSlice;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.workload.Workload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays turns and duets that do not count, until the compilers of generator and services are at rest in them too. Beginning and ending a
 * round has code paths of its own, and after the CPUs are split the last compilations share one half with the load generator or with a
 * service. Brief rounds are played whole; a long one is cut to a slice's load.
 */
record Rehearsal(LoadGenerator generator, List<Progress> progress, Clock clock) {

    /** How many turns in a row the generator is at rest at the end: a name can still be new after a turn at rest. */
    private static final int AT_REST = 3;

    /** How many times in a row all targets and duets are at rest at the end: compilers also rest by chance. */
    private static final int PASSES_AT_REST = 2;

    private static final double DUET_SECONDS = 1;

    /** Rehearses all targets in turns and all duets, then one target under new request names. */
    void rehearse(Comparison comparison, WarmUp warmUp) {
        WarmUpRule rule = comparison.warmUp();
        Instant start = clock.instant();
        int atRest = 0;
        for (int pass = 1;
                goesOn(start, rule.rehearsal(), rule.longestRehearsal(), atRest >= PASSES_AT_REST)
                        && generator.reaches(comparison.targets());
                pass++) {
            if (play(pass, comparison, warmUp)) {
                atRest++;
            } else {
                atRest = 0;
                generator.rest(rule.slice());
            }
        }
        dress(comparison.targets().get(0), comparison, warmUp);
    }

    /** Plays each target and each duet once, and tells whether all compilers were at rest. */
    private boolean play(int pass, Comparison comparison, WarmUp warmUp) {
        boolean atRest = true;
        for (Target target : comparison.targets()) {
            Turn turn = new Turn(0, 0, target);
            atRest &= WarmUpRule.isAtRest(slice(turn, comparison, warmUp, Stretch.Part.REHEARSAL))
                    && generator.isAtRest();
        }
        DuetPlayer player = new DuetPlayer(generator, clock, Stretch.Part.REHEARSAL);
        for (Duet duet : comparison.duets().pairs()) {
            atRest &= player.play(duet, comparison, pass, DUET_SECONDS).stream().allMatch(Rehearsal::isAtRest)
                    && generator.isAtRest();
        }
        return atRest;
    }

    private static boolean isAtRest(DuetSlice slice) {
        return slice.measurements().values().stream().allMatch(WarmUpRule::isAtRest);
    }

    /** Plays turns under new request names. Only the generator is slow at a new name, so any one target will do. */
    private void dress(Target target, Comparison comparison, WarmUp warmUp) {
        WarmUpRule rule = comparison.warmUp();
        Instant start = clock.instant();
        int atRest = 0;
        Duration longest = rule.rehearsal().multipliedBy(2);
        for (int turn = 1;
                goesOn(start, rule.dressRehearsal(), longest, atRest >= AT_REST)
                        && generator.reaches(comparison.targets());
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
