package dev.versus.verdict.diagnostic;

import dev.versus.comparison.Outcome;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.measurement.Ruler;
import dev.versus.verdict.Claim;
import dev.versus.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The facts that diagnostics examine. Unknown facts stay empty, and diagnostics that need them find nothing.
 *
 * @param workloads the workloads by target name
 * @param outcome the measured rounds and the warm-up
 * @param generatorCpus the number of CPUs that the load generator may use: its own, or half of those it shares with services
 * @param cpus the number of CPUs of the whole machine, as the kernel counts them; 0 if unknown
 * @param ruler the reading of the load generator as an instrument on this machine, if there is one
 * @param surroundings the surroundings by target name
 * @param claims the claims of the comparison
 */
public record Evidence(
        Map<String, Workload> workloads,
        Outcome outcome,
        double generatorCpus,
        int cpus,
        Optional<Ruler> ruler,
        Map<String, Surroundings> surroundings,
        List<Claim> claims) {

    public Evidence {
        workloads = Map.copyOf(workloads);
        surroundings = Map.copyOf(surroundings);
        claims = List.copyOf(claims);
    }

    /** Creates evidence of the measurement alone. */
    public Evidence(Map<String, Workload> workloads, Outcome outcome, double generatorCpus) {
        this(workloads, outcome, generatorCpus, 0, Optional.empty(), Map.of(), List.of());
    }

    /** Adds the number of CPUs of the whole machine. */
    public Evidence onMachineOf(int machineCpus) {
        return new Evidence(workloads, outcome, generatorCpus, machineCpus, ruler, surroundings, claims);
    }

    /** Adds a reading of the ruler. */
    public Evidence with(Ruler reading) {
        return new Evidence(workloads, outcome, generatorCpus, cpus, Optional.of(reading), surroundings, claims);
    }

    /** Adds the surroundings by target name. */
    public Evidence with(Map<String, Surroundings> byTarget) {
        return new Evidence(workloads, outcome, generatorCpus, cpus, ruler, byTarget, claims);
    }

    /** Adds the claims of the comparison. */
    public Evidence with(List<Claim> claimed) {
        return new Evidence(workloads, outcome, generatorCpus, cpus, ruler, surroundings, claimed);
    }

    /** Returns the names of all targets that have a round, in alphabetical order. */
    public List<String> targets() {
        return outcome.rounds().stream().map(Round::target).distinct().sorted().toList();
    }

    /** Returns the rounds of one target. */
    public List<Round> roundsOf(String target) {
        return outcome.of(target);
    }

    Measurement total(String target) {
        return outcome.total(target);
    }

    Optional<Workload> workloadOf(String target) {
        return Optional.ofNullable(workloads.get(target));
    }

    /** Tells whether both targets have the same workload; if not, they differ on purpose. */
    boolean isSameWorkload(Pair pair) {
        return workloadOf(pair.a()).equals(workloadOf(pair.b()));
    }

    Surroundings around(String target) {
        return surroundings.getOrDefault(target, Surroundings.unknown());
    }

    /** Returns every pair of targets that are compared with each other. */
    List<Pair> pairs() {
        return Opposition.of(targets(), claims);
    }

    /** Returns the CPU seconds that the machine had available during all rounds of a target; 0 if its CPUs are unknown. */
    double cpuSecondsDuring(String target) {
        return total(target).wallSeconds() * cpus;
    }

    /** Returns the mean of a share over all rounds of a target, weighted by their wall time; 0 if no time passed. */
    double meanShare(String target, ToDoubleFunction<Consumption> share) {
        double wall = total(target).wallSeconds();
        double sum = roundsOf(target).stream()
                .map(Round::measurement)
                .mapToDouble(round -> round.wallSeconds() * share.applyAsDouble(round.used()))
                .sum();
        return wall > 0 ? sum / wall : 0;
    }
}
