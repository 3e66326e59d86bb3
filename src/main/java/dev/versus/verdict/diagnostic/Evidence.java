package dev.versus.verdict.diagnostic;

import dev.versus.comparison.Outcome;
import dev.versus.measurement.Round;
import dev.versus.workload.Workload;
import java.util.List;
import java.util.Map;

/**
 * What diagnostics look at.
 *
 * @param workloads the workload of each target, by the target's name
 * @param outcome all that was measured
 * @param cpus how many CPUs the machine has, generator and services together
 */
public record Evidence(Map<String, Workload> workloads, Outcome outcome, int cpus) {

    public Evidence {
        workloads = Map.copyOf(workloads);
    }

    /** The names of all targets that have a round, in alphabetical order. */
    public List<String> targets() {
        return outcome.rounds().stream().map(Round::target).distinct().sorted().toList();
    }

    /** The rounds of one target. */
    public List<Round> roundsOf(String target) {
        return outcome.of(target);
    }
}
