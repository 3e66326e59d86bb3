package dev.versus.comparison;

import dev.versus.workload.Durations;
import java.time.Duration;
import java.util.List;

/**
 * When the ruler counts as warm.
 *
 * <p>Targets are warmed in turns, a slice each. A target is level when the mean throughput of its last three slices lies within
 * {@code tolerance} of the mean of the three before. A just-in-time compiler makes a run faster in steps, so level alone is not
 * enough: {@code least} must have passed as well.
 *
 * @param slice how long each slice lasts
 * @param least how long warming up lasts at least
 * @param most how long it lasts at most, level or not
 * @param tolerance as a share, such as 0.05
 */
public record WarmUpRule(Duration slice, Duration least, Duration most, double tolerance) {

    static final int WINDOW = 3;

    public WarmUpRule {
        if (slice.isNegative() || slice.isZero() || least.compareTo(most) > 0 || tolerance <= 0 || tolerance >= 1) {
            throw new IllegalArgumentException(
                    "warming up needs 0 < slice, least <= most and a tolerance in (0, 1), not slice "
                            + Durations.text(slice) + ", least " + Durations.text(least) + ", most "
                            + Durations.text(most)
                            + ", tolerance " + tolerance);
        }
    }

    /** Slices of 500 ms, for 6 to 30 s, level within 5 %. */
    public static WarmUpRule standard() {
        return new WarmUpRule(Duration.ofMillis(500), Duration.ofSeconds(6), Duration.ofSeconds(30), 0.05);
    }

    public WarmUpRule atMost(Duration longest) {
        return new WarmUpRule(slice, least.compareTo(longest) > 0 ? longest : least, longest, tolerance);
    }

    /** Whether one target's slices are level. */
    boolean isLevel(List<WarmUp.Slice> ofTarget) {
        int size = ofTarget.size();
        if (size < 2 * WINDOW) {
            return false;
        }
        double last = mean(ofTarget.subList(size - WINDOW, size));
        double before = mean(ofTarget.subList(size - 2 * WINDOW, size - WINDOW));
        return before > 0 && Math.abs(last / before - 1) <= tolerance;
    }

    private static double mean(List<WarmUp.Slice> slices) {
        return slices.stream().mapToDouble(WarmUp.Slice::throughput).average().orElse(0);
    }
}
