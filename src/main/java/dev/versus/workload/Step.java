package dev.versus.workload;

/**
 * One stretch of load within a round: a number of virtual users and their pacing. All workloads but {@link Stress} have one step
 * a round.
 *
 * @param users how many virtual users take part
 * @param pacing makes the step's pacing, given its start (ns) and a seed
 */
public record Step(int users, Start pacing) {

    /** Makes the pacing of a step. */
    @FunctionalInterface
    public interface Start {
        Pacing at(long startNanos, long seed);
    }
}
