package dev.versus.verdict.diagnostic;

import dev.versus.comparison.ServiceEnd;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.measurement.Ruler;
import dev.versus.statistics.Medians;
import dev.versus.verdict.Claim;
import dev.versus.verdict.CountedRounds;
import dev.versus.verdict.Subject;
import dev.versus.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facts that diagnostics examine. Unknown facts stay empty, and diagnostics that need them find nothing.
 *
 * @param counted the rounds that ended on every target; diagnostics examine those that count
 * @param ruler the reading of the load generator as an instrument on this machine
 * @param swept the ratios that sweeps compare
 * @param ends the services that ended while the run needed them
 */
public record Evidence(
        Circumstances circumstances,
        WarmUp warmUp,
        CountedRounds counted,
        Optional<Ruler> ruler,
        List<Claim> claims,
        List<Subject.Ratio> swept,
        List<ServiceEnd> ends) {

    public Evidence {
        claims = List.copyOf(claims);
        swept = List.copyOf(swept);
        ends = List.copyOf(ends);
    }

    /** Makes the evidence of a run without sweeps in which every service lived. */
    Evidence(
            Circumstances circumstances,
            WarmUp warmUp,
            CountedRounds counted,
            Optional<Ruler> ruler,
            List<Claim> claims) {
        this(circumstances, warmUp, counted, ruler, claims, List.of(), List.of());
    }

    /** Returns the names of all targets that have a round, in alphabetical order. */
    List<String> targets() {
        return counted.whole().turns().stream()
                .map(Round::target)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the rounds of a target that count, as verdicts rest on these. */
    List<Round> roundsOf(String target) {
        return counted().rounds().stream()
                .filter(round -> round.target().equals(target))
                .toList();
    }

    Measurement total(String target) {
        return Measurement.total(roundsOf(target));
    }

    /** Returns a figure of a target's median round. */
    double median(String target, ToDoubleFunction<Measurement> figure) {
        return Medians.of(roundsOf(target).stream()
                .map(Round::measurement)
                .mapToDouble(figure)
                .toArray());
    }

    Optional<Workload> workloadOf(String target) {
        return Optional.ofNullable(circumstances.workloads().get(target));
    }

    /** Tells whether both targets have the same workload; if not, they differ on purpose. */
    boolean isSameWorkload(Pair pair) {
        return workloadOf(pair.a()).equals(workloadOf(pair.b()));
    }

    boolean isPaced(String target) {
        return workloadOf(target).filter(Workload::isPaced).isPresent();
    }

    Surroundings around(String target) {
        return circumstances.surroundings().getOrDefault(target, Surroundings.unknown());
    }

    /**
     * Returns the pairs of targets that a claim or a sweep compares, or all pairs if none compares any. A comparison of several scenarios
     * has many targets that differ on purpose; only the two targets of a claim, or of a place of a sweep, must be alike.
     */
    List<Pair> pairs() {
        Set<Set<String>> compared = Stream.concat(
                        claims.stream().map(claim -> claim.statement().subject()), swept.stream())
                .filter(subject -> subject instanceof Subject.Ratio || subject instanceof Subject.Difference)
                .map(subject -> Set.copyOf(subject.targets()))
                .filter(pair -> pair.size() > 1)
                .collect(Collectors.toSet());
        List<String> targets = targets();
        return targets.stream()
                .flatMap(a -> targets.stream().filter(b -> a.compareTo(b) < 0).map(b -> new Pair(a, b)))
                .filter(pair -> compared.isEmpty() || compared.contains(Set.copyOf(pair.targets())))
                .toList();
    }

    /** Returns the CPU seconds that the machine had available during all rounds of a target; 0 if its CPUs are unknown. */
    double cpuSecondsDuring(String target) {
        return total(target).wallSeconds() * circumstances.cpus();
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
