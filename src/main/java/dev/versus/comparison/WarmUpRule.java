package dev.versus.comparison;

import dev.versus.Durations;
import dev.versus.statistics.SteadyState;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The rule that ends a warm-up.
 *
 * <p>Targets are warmed in turns, a slice each, until the cost of a request is level on every target. The cost is the CPU time of
 * generator and services for each request: a just-in-time compiler lowers it in steps, and other load on the machine hardly changes
 * it, unlike throughput and latency. Where a slice holds too few requests or too little CPU time for that, the median latency is used.
 *
 * @param least the shortest warm-up
 * @param most the longest warm-up, level or not
 * @param level when the slices of one target count as level
 */
public record WarmUpRule(Duration slice, Duration least, Duration most, SteadyState level) {

    private static final long REQUESTS_THAT_TELL_CPU = 500;
    /** Ten ticks of 10 ms, in which the kernel counts the CPU time of services. */
    private static final double MICROS_THAT_TELL_CPU = 100_000;

    private static final Duration LONGEST_REHEARSAL = Duration.ofSeconds(3);

    public WarmUpRule {
        if (slice.isNegative() || slice.isZero() || least.compareTo(most) > 0) {
            throw new IllegalArgumentException("warming up needs 0 < slice and least <= most, not slice "
                    + Durations.text(slice) + ", least " + Durations.text(least) + " and most " + Durations.text(most));
        }
    }

    /** Returns the default: slices of 250 ms, for 6 to 60 s, until the cost of three slices is within 5 % of the three before. */
    public static WarmUpRule standard() {
        return new WarmUpRule(Duration.ofMillis(250), Duration.ofSeconds(6), Duration.ofSeconds(60), SteadyState.USUAL);
    }

    /** Returns a copy that lasts {@code longest} at most; the shortest warm-up is cut to it if need be. */
    public WarmUpRule atMost(Duration longest) {
        return new WarmUpRule(slice, least.compareTo(longest) > 0 ? longest : least, longest, level);
    }

    /** Returns a copy for restarted systems, while the generator stayed warm: a third of the shortest time, until just as level. */
    public WarmUpRule again() {
        return new WarmUpRule(slice, least.dividedBy(3), most, level);
    }

    /** Returns the shortest rehearsal of whole rounds after the warm-up: 3 s, or a fifth of the longest warm-up if that is less. */
    Duration rehearsal() {
        Duration fifth = most.dividedBy(5);
        return fifth.compareTo(LONGEST_REHEARSAL) < 0 ? fifth : LONGEST_REHEARSAL;
    }

    /** Returns the longest rehearsal, level or not: three times the shortest. */
    Duration longestRehearsal() {
        return rehearsal().multipliedBy(3);
    }

    /** Returns the shortest dress rehearsal, under new request names: half of {@link #rehearsal}, which is also its longest. */
    Duration dressRehearsal() {
        return rehearsal().dividedBy(2);
    }

    /** Tells whether one target's slices are level now or were a few slices ago: of many targets, one is disturbed at any moment. */
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
