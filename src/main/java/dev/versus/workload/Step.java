package dev.versus.workload;

/** A step of a round: a number of virtual users and their pacing. All workloads but {@link Stress} have one step a round. */
public record Step(int users, Start pacing) {

    /** Makes the pacing of a step. */
    @FunctionalInterface
    public interface Start {
        /**
         * Makes the pacing of a step.
         *
         * @param startNanos when the step starts, a {@link System#nanoTime()} reading
         * @param seed the seed of everything random in the step
         */
        Pacing at(long startNanos, long seed);
    }
}
