package dev.versus.workload;

/**
 * Decides, within one step, when each virtual user sends its next request. One instance serves all virtual users of the step and must be
 * safe for several threads; each step has a new instance. All times are {@link System#nanoTime()} readings.
 */
public interface Pacing {

    /** The answer of {@link #nextStart} that ends a virtual user's part in the step: nothing is left to send. */
    long DONE = Long.MIN_VALUE;

    /**
     * Returns when the virtual user sends its next request.
     *
     * @param user the number of the virtual user, from 0
     * @param now the present time, in ns
     * @return the start in ns: {@code now} to send at once, a later time to wait, or {@link #DONE}
     */
    long nextStart(int user, long now);

    /**
     * Tells whether latency counts from the start that {@link #nextStart} gave, rather than from the moment of sending. True for open
     * workloads, where a request that leaves late has already kept its user waiting.
     */
    default boolean countsFromIntendedStart() {
        return false;
    }
}
