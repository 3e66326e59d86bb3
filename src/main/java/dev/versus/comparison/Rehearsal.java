package dev.versus.comparison;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.workload.Workload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays whole rounds that do not count, until the cost of a request in them is level too and the generator's compilers are at rest (the
 * cost can be level while compilers have more to do than CPU time for it). Beginning and ending a round has code paths of its own,
 * and after the CPUs are split the last compilations share one half with the load generator.
 */
record Rehearsal(LoadGenerator generator, List<Progress> progress, Clock clock) {
    /** Rehearses, in turns, the targets whose rounds are short; how a round begins hardly matters to a long one. */
    void rehearse(Comparison comparison, WarmUp warmUp) {
        Map<Target, List<WarmUp.Slice>> played = new LinkedHashMap<>();
        comparison.targets().stream()
                .filter(target -> isBrief(target, comparison, warmUp))
                .forEach(target -> played.put(target, new ArrayList<>()));
        Instant start = clock.instant();
        while (!played.isEmpty() && goesOn(since(start), comparison.warmUp(), played)) {
            played.forEach(
                    (target, slices) -> slices.add(slice(new Turn(0, 0, target), comparison, Stretch.Part.REHEARSAL)));
        }
        played.keySet().stream().findFirst().ifPresent(target -> dress(target, comparison));
    }

    /** Plays rounds under new request names. Only the generator is slow at a new name, so any one target will do. */
    private void dress(Target target, Comparison comparison) {
        WarmUpRule rule = comparison.warmUp();
        Instant start = clock.instant();
        for (int turn = 1;
                goesOn(since(start), rule.dressRehearsal(), rule.rehearsal(), generator.isAtRest());
                turn++) {
            slice(new Turn(turn, 0, target), comparison, Stretch.Part.DRESS_REHEARSAL);
        }
    }

    private static boolean isBrief(Target target, Comparison comparison, WarmUp warmUp) {
        List<WarmUp.Slice> slices = WarmUp.of(target, warmUp.slices());
        double perSecond = slices.isEmpty() ? 0 : slices.get(slices.size() - 1).throughput();
        double seconds = comparison.warmUp().rehearsal().toNanos() / 1e9;
        Workload workload = comparison.workloadOf(target);
        return workload.equals(workload.whileWarming()) && isBrief(workload, perSecond * seconds);
    }

    private static boolean isBrief(Workload workload, double requestsInTime) {
        return workload.requests().map(requests -> requests < requestsInTime).orElse(false);
    }

    private boolean goesOn(Duration sofar, WarmUpRule rule, Map<Target, List<WarmUp.Slice>> played) {
        boolean level = played.values().stream().allMatch(rule::isLevel);
        return goesOn(sofar, rule.rehearsal(), rule.longestRehearsal(), level && generator.isAtRest());
    }

    private static boolean goesOn(Duration sofar, Duration least, Duration most, boolean enough) {
        return sofar.compareTo(least) < 0 || (!enough && sofar.compareTo(most) < 0);
    }

    /** Plays rounds for as long as a warm-up slice lasts, at least one. */
    private WarmUp.Slice slice(Turn turn, Comparison comparison, Stretch.Part part) {
        Player player = new Player(generator, clock, part);
        Instant start = clock.instant();
        List<Measurement> rounds = new ArrayList<>();
        do {
            Round round = player.play(turn, comparison);
            progress.forEach(listener -> listener.rehearsed(round));
            rounds.add(round.measurement());
        } while (since(start).compareTo(comparison.warmUp().slice()) < 0);
        return WarmUp.Slice.of(
                turn.target(), rounds.stream().reduce(Measurement::plus).orElseThrow());
    }

    private Duration since(Instant start) {
        return Duration.between(start, clock.instant());
    }
}
