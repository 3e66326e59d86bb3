package dev.versus.report;

import dev.versus.comparison.Outcome;
import dev.versus.measurement.Ruler;
import dev.versus.verdict.Claim;
import dev.versus.verdict.diagnostic.Evidence;
import dev.versus.verdict.diagnostic.Surroundings;
import dev.versus.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What diagnostics need beside the rounds, kept so that a run can be examined anew by the diagnostics of a later version.
 *
 * @param workloads the workload of each target, by the target's name; secrets of its requests are masked
 * @param generatorCpus the generator's share of the machine, in CPUs
 * @param cpus how many CPUs the machine has; 0 if that is not known
 * @param clockTick the smallest step of the clock that latencies were read from
 * @param surroundings what stands around each target, by the target's name
 */
public record RecordedEvidence(
        Map<String, Workload> workloads,
        double generatorCpus,
        int cpus,
        Duration clockTick,
        Map<String, Surroundings> surroundings) {

    public RecordedEvidence {
        workloads = Map.copyOf(workloads);
        surroundings = Map.copyOf(surroundings);
    }

    /** Returns everything that diagnostics look at, once the rounds are over. */
    public Evidence of(Outcome outcome, List<Claim> claims, Optional<Ruler> ruler) {
        Evidence evidence = new Evidence(workloads, outcome, generatorCpus)
                .onMachineOf(cpus)
                .clockTick(clockTick)
                .with(surroundings)
                .with(claims);
        return ruler.map(evidence::with).orElse(evidence);
    }
}
