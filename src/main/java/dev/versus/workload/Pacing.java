package dev.versus.workload;

/**
 * Decides, within one step, when each virtual user sends its next request. One instance serves all virtual users of the step at
 * once and is safe for that; it is made anew for every step. All times are {@link System#nanoTime()} readings.
 */
public interface Pacing {

    /** The answer of {@link #nextStart} that sends a virtual user home: nothing is left to send in this step. */
    long DONE = Long.MIN_VALUE;

    /**
     * When the virtual user sends its next request.
     *
     * @param user the number of the virtual user, from 0
     * @param now the present time, in ns
     * @return the start in ns: {@code now} to send at once, a later time to wait, or {@link #DONE}
     */
    long nextStart(int user, long now);

    /**
     * Whether latency counts from the start that {@link #nextStart} gave rather than from the moment of sending: true for open
     * workloads, where a late request has already kept its user waiting.
     */
    default boolean countsFromIntendedStart() {
        return false;
    }
}
