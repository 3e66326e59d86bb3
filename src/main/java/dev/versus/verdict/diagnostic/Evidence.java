package dev.versus.verdict.diagnostic;

import dev.versus.comparison.Outcome;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.measurement.Ruler;
import dev.versus.verdict.Claim;
import dev.versus.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The facts that diagnostics examine. Unknown facts stay empty, and diagnostics that need them find nothing.
 *
 * @param workloads the workload of each target, by the target's name
 * @param outcome all that was measured
 * @param generatorCpus the generator's share of the machine, in CPUs
 * @param cpus how many CPUs the whole machine has, as the kernel counts them; 0 if that is not known
 * @param clockTick the smallest step of the clock that latencies were read from
 * @param ruler the reading of the load generator as an instrument on this machine
 * @param surroundings what stands around each target, by the target's name
 * @param claims what is to be answered
 */
public record Evidence(
        Map<String, Workload> workloads,
        Outcome outcome,
        double generatorCpus,
        int cpus,
        Duration clockTick,
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
        this(workloads, outcome, generatorCpus, 0, Duration.ZERO, Optional.empty(), Map.of(), List.of());
    }

    /** Adds the number of CPUs of the whole machine. */
    public Evidence onMachineOf(int machineCpus) {
        return new Evidence(workloads, outcome, generatorCpus, machineCpus, clockTick, ruler, surroundings, claims);
    }

    /** Adds the smallest step of the clock that latencies were read from. */
    public Evidence clockTick(Duration tick) {
        return new Evidence(workloads, outcome, generatorCpus, cpus, tick, ruler, surroundings, claims);
    }

    /** Adds a reading of the ruler. */
    public Evidence with(Ruler reading) {
        return new Evidence(workloads, outcome, generatorCpus, cpus, clockTick, Optional.of(reading), surroundings, claims);
    }

    /** Adds the surroundings by target name. */
    public Evidence with(Map<String, Surroundings> byTarget) {
        return new Evidence(workloads, outcome, generatorCpus, cpus, clockTick, ruler, byTarget, claims);
    }

    /** Adds the claims of the comparison. */
    public Evidence with(List<Claim> claimed) {
        return new Evidence(workloads, outcome, generatorCpus, cpus, clockTick, ruler, surroundings, claimed);
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
