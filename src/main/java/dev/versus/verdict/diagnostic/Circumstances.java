package dev.versus.verdict.diagnostic;

import dev.versus.workload.Workload;
import java.time.Duration;
import java.util.Map;

/**
 * The facts that diagnostics need beside rounds and claims. They are recorded, so that diagnostics of a later version can examine the run.
 *
 * @param workloads the workload of each target, by the target's name; a record masks the secrets of its requests
 * @param generatorCpus the generator's share of the machine, in CPUs
 * @param cpus how many CPUs the whole machine has; 0 if that is not known
 * @param clockTick the smallest step of the clock that latencies were read from
 * @param surroundings the facts about each target's deployment, by the target's name
 */
public record Circumstances(
        Map<String, Workload> workloads,
        double generatorCpus,
        int cpus,
        Duration clockTick,
        Map<String, Surroundings> surroundings) {

    public Circumstances {
        workloads = Map.copyOf(workloads);
        surroundings = Map.copyOf(surroundings);
    }
}
