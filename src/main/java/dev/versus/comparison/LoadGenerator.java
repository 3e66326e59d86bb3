package dev.versus.comparison;

import dev.versus.measurement.Measurement;

/** Offers load and measures the responses. */
@FunctionalInterface
public interface LoadGenerator {

    /** Runs one stretch of load and returns its measurement; blocks until the stretch is over. */
    Measurement offer(Stretch stretch);

    /** Tells whether the generator's just-in-time compilers did little in the last stretch; if not, they take CPU time from the next. */
    default boolean isAtRest() {
        return true;
    }
}
