package dev.versus.comparison;

import dev.versus.measurement.Measurement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Offers load and measures the responses. */
@FunctionalInterface
public interface LoadGenerator {

    /**
     * Runs one stretch of load to its end; blocks meanwhile.
     *
     * @throws GeneratorStalled if its requests do not end
     */
    Measurement offer(Stretch stretch);

    /**
     * Runs several stretches of load at once, each on another target and for as long as the slices take; blocks until all have ended.
     *
     * @return for each slice, in order, the measurement of each stretch, in the order of the stretches
     * @throws GeneratorStalled if their requests do not end
     */
    default List<List<Measurement>> offerTogether(List<Stretch> stretches, Slicing slicing) {
        throw new UnsupportedOperationException("this generator offers one stretch at a time");
    }

    /** Tells whether the generator can offer several stretches at once. */
    default boolean offersTogether() {
        return false;
    }

    /** Tells whether the generator's just-in-time compilers did little in the last stretch; if not, they take CPU time from the next. */
    default boolean isAtRest() {
        return true;
    }

    /** Leaves all systems without load for a while, so that just-in-time compilers have the CPUs to themselves. */
    default void rest(Duration time) {}

    /**
     * Tells whether load on each of these targets can be answered. It cannot once a service behind a target has ended and the target's last
     * load had no answer.
     */
    default boolean reaches(Collection<Target> targets) {
        return true;
    }

    /** The beginning of the names of the threads that send and time requests; empty if the kernel cannot tell them by name. */
    default String threads() {
        return "";
    }
}
