package dev.versus.comparison;

import dev.versus.Durations;
import dev.versus.statistics.SteadyState;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * When the ruler counts as warm.
 *
 * <p>Targets are warmed in turns, a slice each, until what a request costs is level on every one of them. The cost is CPU time a
 * request, of generator and services together: a just-in-time compiler lowers it in steps, and other people's load on the machine
 * hardly moves it, as it moves throughput and latency. Where a slice holds too few requests or too little CPU time to tell it, the
 * median latency stands in.
 *
 * @param slice how long each slice lasts
 * @param least how long warming up lasts at least
 * @param most how long it lasts at most, level or not
 * @param level what counts as level, over the slices of one target
 */
public record WarmUpRule(Duration slice, Duration least, Duration most, SteadyState level) {

    private static final long REQUESTS_THAT_TELL_CPU = 500;
    /** Ten of the ticks in which the kernel counts the CPU time of services. */
    private static final double MICROS_THAT_TELL_CPU = 100_000;

    private static final Duration LONGEST_REHEARSAL = Duration.ofSeconds(3);

    public WarmUpRule {
        if (slice.isNegative() || slice.isZero() || least.compareTo(most) > 0) {
            throw new IllegalArgumentException("warming up needs 0 < slice and least <= most, not slice "
                    + Durations.text(slice) + ", least " + Durations.text(least) + " and most " + Durations.text(most));
        }
    }

    /** Slices of 250 ms, for 6 to 60 s, until three slices cost within 5 % of the three before. */
    public static WarmUpRule standard() {
        return new WarmUpRule(Duration.ofMillis(250), Duration.ofSeconds(6), Duration.ofSeconds(60), SteadyState.USUAL);
    }

    public WarmUpRule atMost(Duration longest) {
        return new WarmUpRule(slice, least.compareTo(longest) > 0 ? longest : least, longest, level);
    }

    /** For systems that were started anew while the generator stayed warm: a third of the least time, and no less level. */
    public WarmUpRule again() {
        return new WarmUpRule(slice, least.dividedBy(3), most, level);
    }

    /** How long whole rounds are rehearsed afterwards at least, so that what only rounds do is warm too: 3 s, at most a fifth of all. */
    Duration rehearsal() {
        Duration fifth = most.dividedBy(5);
        return fifth.compareTo(LONGEST_REHEARSAL) < 0 ? fifth : LONGEST_REHEARSAL;
    }

    /** How long they are rehearsed at most, level or not: three times the least. */
    Duration longestRehearsal() {
        return rehearsal().multipliedBy(3);
    }

    /** How long one target is rehearsed under other names at the end, at least: half of the least; at most, as long as the least. */
    Duration dressRehearsal() {
        return rehearsal().dividedBy(2);
    }

    /** Whether one target's slices are level, or were a few slices ago: of many targets one is always disturbed just now. */
    boolean isLevel(List<WarmUp.Slice> ofTarget) {
        return IntStream.range(0, level.window())
                .map(back -> Math.max(0, ofTarget.size() - back))
                .mapToObj(end -> ofTarget.subList(0, end))
                .anyMatch(this::isLevelAtItsEnd);
    }

    private boolean isLevelAtItsEnd(List<WarmUp.Slice> ofTarget) {
        ToDoubleFunction<WarmUp.Slice> cost = tellCpu(ofTarget) ? WarmUp.Slice::cpuMicros : WarmUp.Slice::p50Millis;
        return level.isReachedBy(ofTarget.stream().mapToDouble(cost).toArray());
    }

    private boolean tellCpu(List<WarmUp.Slice> ofTarget) {
        int from = Math.max(0, ofTarget.size() - 2 * level.window());
        return ofTarget.subList(from, ofTarget.size()).stream().allMatch(WarmUpRule::tellsCpu);
    }

    private static boolean tellsCpu(WarmUp.Slice slice) {
        return slice.requests() >= REQUESTS_THAT_TELL_CPU
                && slice.cpuMicros() * slice.requests() >= MICROS_THAT_TELL_CPU;
    }
}
