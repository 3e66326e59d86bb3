package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Finds latencies that are too short for the resolution of the clock.
 *
 * <p>Formula: the median latency of all rounds / the tick. The tick is the smallest observed step of {@link System#nanoTime()}, but at
 * least 1 µs, the resolution of the histogram. Threshold: 10 ticks, at which one tick is a tenth of the measured latency. Source: R. Jain, "The Art of Computer Systems Performance Analysis" (1991), section 30.2, on the resolution of
 * clocks.
 *
 * <p>Severity: claims on latency are invalid, because one tick is more than their usual margin. Throughput is counted over whole rounds
 * and stands. No request over TCP is answered within 10 µs, so only a coarse clock or a broken recorder leads to a finding.
 */
public final class CoarseClock extends TargetDiagnostic {

    private static final int FEWEST_TICKS = 10;
    private static final double HISTOGRAM_MICROS = 1;
    private static final int READINGS = 10_000;

    CoarseClock() {
        super(
                "coarse-clock",
                Scope.LATENCY,
                "the resolution of the clock is too coarse for latencies this short",
                "compare throughput or CPU time instead, or measure on a system with a finer clock");
    }

    /** The smallest step that a clock makes in some ten thousand readings; zero if it does not move meanwhile. */
    public static Duration tickOf(LongSupplier nanos) {
        long smallest = Long.MAX_VALUE;
        long before = nanos.getAsLong();
        for (int reading = 0; reading < READINGS; reading++) {
            long now = nanos.getAsLong();
            if (now > before) {
                smallest = Math.min(smallest, now - before);
            }
            before = now;
        }
        return Duration.ofNanos(smallest == Long.MAX_VALUE ? 0 : smallest);
    }

    @Override
    Stream<Finding> examine(String target, Evidence evidence) {
        double step = evidence.circumstances().clockTick().toNanos() / 1e3;
        double tick = Math.max(HISTOGRAM_MICROS, step);
        double median = evidence.total(target).latencies().percentileMillis(50) * 1e3;
        return invalid(
                evidence.total(target).answered() > 0 && median < FEWEST_TICKS * tick,
                target,
                text(
                        "the median latency of %s is %.1f µs, and the clock steps by %.1f µs (limit %d steps)",
                        target, median, tick, FEWEST_TICKS));
    }
}
