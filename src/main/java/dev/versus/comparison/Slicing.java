package dev.versus.comparison;

import java.time.Duration;

/**
 * The division of a stretch of load into slices that are measured apart. Load begins before the first slice and goes on until the last one
 * has ended, so no slice has its beginning or its end.
 *
 * @param leadIn how long load is offered before the first slice
 * @param slice the length of a slice
 * @param number the number of slices
 */
public record Slicing(Duration leadIn, Duration slice, int number) {

    /** The shortest stretch that can be divided, in s: into two slices. */
    static final double SHORTEST_SECONDS = 0.6;

    private static final Duration LEAD_IN = Duration.ofMillis(100);
    private static final Duration LEAD_OUT = Duration.ofMillis(50);
    private static final Duration SLICE = Duration.ofMillis(250);

    /** Divides a stretch of this length, in s, into slices of 250 ms. */
    static Slicing of(double seconds) {
        double sliced = Math.max(seconds, SHORTEST_SECONDS) - LEAD_IN.toNanos() / 1e9;
        return new Slicing(LEAD_IN, SLICE, (int) Math.round(sliced / (SLICE.toNanos() / 1e9)));
    }

    /** Returns how long load is offered. */
    Duration whole() {
        return leadIn.plus(slice.multipliedBy(number)).plus(LEAD_OUT);
    }
}
