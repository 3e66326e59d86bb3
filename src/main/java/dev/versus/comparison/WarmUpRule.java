package dev.versus.comparison;

import dev.versus.Durations;
import dev.versus.measurement.Measurement;
import java.time.Duration;
import java.util.List;

/**
 * The rule that ends a warm-up.
 *
 * <p>Targets are warmed in turns, a slice each. A target whose services are JVMs is warm when it had {@value #REQUESTS_OF_A_JVM} requests
 * and their just-in-time compilers are at rest: those of no service used more than {@value #AT_REST} of a CPU lately. Fewer requests do not
 * bring HotSpot's second compiler to their path, and what looks level then is the first compiler's code. Any other target, and a JVM too slow
 * for so many requests, is warm when the cost of a request is {@linkplain CostLevel level}. Where compilers tell, the cost need not: a
 * machine that others use moves it up and down for longer than a warm-up lasts.
 *
 * @param least the shortest warm-up
 * @param most the longest warm-up, warm or not
 */
public record WarmUpRule(Duration slice, Duration least, Duration most) {

    /**
     * Compilers that share a CPU with their service then make a request at most as much dearer as level costs may differ. Warm JVMs use
     * 0 to 0.03 of a CPU for compiling, others 0.1 to 0.5.
     */
    private static final double AT_REST = 0.05;

    /**
     * HotSpot compiles a method for good after 5,000 to 15,000 calls ({@code Tier4InvocationThreshold}, {@code Tier4CompileThreshold}), and
     * most methods of a request's path are called several times a request.
     */
    private static final long REQUESTS_OF_A_JVM = 10_000;

    /** A target is too slow for {@link #REQUESTS_OF_A_JVM} if they would take more than this part of the longest warm-up. */
    private static final int PART_FOR_REQUESTS = 4;
    /** A target is too slow to tell CPU time if that takes more load than this part of the longest warm-up. */
    private static final int PART_FOR_COST = 8;

    /** The longest rehearsal is this part of the longest warm-up. */
    private static final int PART_FOR_REHEARSAL = 4;

    /** A rehearsal is longer where compilers are at work in it. */
    private static final Duration USUAL_REHEARSAL = Duration.ofMillis(1500);

    /** The slices over which compilers must be at rest: a single method that becomes hot is nothing. */
    private static final int LATELY = 6;

    public WarmUpRule {
        if (slice.isNegative() || slice.isZero() || least.compareTo(most) > 0) {
            throw new IllegalArgumentException("warming up needs 0 < slice and least <= most, not slice "
                    + Durations.text(slice) + ", least " + Durations.text(least) + " and most " + Durations.text(most));
        }
    }

    /** Returns the default: slices of 250 ms, for 6 to 60 s. */
    public static WarmUpRule standard() {
        return new WarmUpRule(Duration.ofMillis(250), Duration.ofSeconds(6), Duration.ofSeconds(60));
    }

    /** Returns a copy that lasts {@code longest} at most; the shortest warm-up is cut to it if need be. */
    public WarmUpRule atMost(Duration longest) {
        return new WarmUpRule(slice, least.compareTo(longest) > 0 ? longest : least, longest);
    }

    /** Returns a copy for restarted systems, while the generator stayed warm: a third of the shortest time, until just as warm. */
    public WarmUpRule again() {
        return new WarmUpRule(slice, least.dividedBy(3), most);
    }

    /** Returns the shortest rehearsal after the warm-up: 1.5 s, or a fifth of the longest warm-up if that is less. */
    Duration rehearsal() {
        Duration fifth = most.dividedBy(5);
        return fifth.compareTo(USUAL_REHEARSAL) < 0 ? fifth : USUAL_REHEARSAL;
    }

    /** Returns the longest rehearsal, at rest or not: a quarter of the longest warm-up. */
    Duration longestRehearsal() {
        return most.dividedBy(PART_FOR_REHEARSAL);
    }

    /** Returns the shortest dress rehearsal, under new request names: half of {@link #rehearsal}. */
    Duration dressRehearsal() {
        return rehearsal().dividedBy(2);
    }

    /**
     * Tells whether a target is warm.
     *
     * @param turns the number of targets that take turns at present
     */
    boolean isWarm(List<WarmUp.Slice> ofTarget, int turns) {
        if (!isAtRest(ofTarget)) {
            return false;
        }
        return isTellingJvm(ofTarget)
                ? requests(ofTarget) >= REQUESTS_OF_A_JVM
                : new CostLevel(slice, most.dividedBy(PART_FOR_COST)).isReachedBy(ofTarget, turns);
    }

    /** Tells whether the compilers of each service were at rest in the last slices; so are those of services that are no JVMs. */
    static boolean isAtRest(List<WarmUp.Slice> ofTarget) {
        return ofTarget.stream()
                        .skip(Math.max(0, ofTarget.size() - LATELY))
                        .mapToDouble(slice -> slice.compiling().orElse(0))
                        .average()
                        .orElse(0)
                <= AT_REST;
    }

    /** Tells whether the compilers of each service were at rest in a slice. */
    static boolean isAtRest(WarmUp.Slice slice) {
        return slice.compiling().orElse(0) <= AT_REST;
    }

    /** Tells whether the compilers of services were at rest in a stretch of load. */
    static boolean isAtRest(Measurement seen) {
        return seen.used().compilingSeconds() <= AT_REST * seen.wallSeconds();
    }

    /** Tells whether a target is a JVM fast enough to have the requests that its compilers need. */
    private boolean isTellingJvm(List<WarmUp.Slice> ofTarget) {
        WarmUp.Slice last = ofTarget.get(ofTarget.size() - 1);
        double possible = last.throughput() * most.dividedBy(PART_FOR_REQUESTS).toNanos() / 1e9;
        return last.compiling().isPresent() && possible >= REQUESTS_OF_A_JVM;
    }

    private static long requests(List<WarmUp.Slice> ofTarget) {
        return ofTarget.stream().mapToLong(WarmUp.Slice::requests).sum();
    }
}
