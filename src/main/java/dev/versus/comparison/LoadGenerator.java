package dev.versus.comparison;

import dev.versus.measurement.Measurement;

/** Offers load and measures what came back. */
@FunctionalInterface
public interface LoadGenerator {

    /**
     * Runs one stretch of load to its end; blocks meanwhile.
     *
     * @throws GeneratorStalled if its requests do not end
     */
    Measurement offer(Stretch stretch);

    /** Whether it did little else in the last stretch: a compiler that is still at work costs the next one CPU time as well. */
    default boolean isAtRest() {
        return true;
    }

    /** The beginning of the names of the threads that send and time requests; empty if the kernel cannot tell them by name. */
    default String threads() {
        return "";
    }
}
