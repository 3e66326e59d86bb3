package dev.versus.comparison;

import dev.versus.measurement.Measurement;

/** Offers load and measures the responses. */
@FunctionalInterface
public interface LoadGenerator {

    /**
     * Runs one stretch of load to its end; blocks meanwhile.
     *
     * @throws GeneratorStalled if its requests do not end
     */
    Measurement offer(Stretch stretch);

    /** Tells whether the generator's just-in-time compilers did little in the last stretch; if not, they take CPU time from the next. */
    default boolean isAtRest() {
        return true;
    }

    /** The beginning of the names of the threads that send and time requests; empty if the kernel cannot tell them by name. */
    default String threads() {
        return "";
    }
}
