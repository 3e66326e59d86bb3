package dev.versus.comparison;

import dev.versus.measurement.Measurement;

/** Offers load and measures what came back. */
@FunctionalInterface
public interface LoadGenerator {

    /** Runs one stretch of load to its end; blocks meanwhile. */
    Measurement offer(Stretch stretch);

    /** Whether it did little else in the last stretch: a compiler that is still at work costs the next one CPU time as well. */
    default boolean isAtRest() {
        return true;
    }
}
