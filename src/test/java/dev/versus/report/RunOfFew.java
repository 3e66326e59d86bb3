package dev.versus.report;

import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Machine;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.verdict.Claim;
import dev.versus.verdict.diagnostic.Circumstances;
import dev.versus.verdict.sweep.Sweep;
import dev.versus.workload.FixedRequests;
import dev.versus.workload.Workload;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A run made up of a few rounds, with the evidence that diagnostics need. */
final class RunOfFew {

    private static final Workload LOAD =
            FixedRequests.fixedRequests(1).concurrency(1).get("/");

    private final List<Round> rounds = new ArrayList<>();
    private final Set<String> targets = new LinkedHashSet<>();
    private List<Claim> claims = List.of();
    private List<Sweep> sweeps = List.of();

    RunOfFew round(String target, int number, Measurement measurement) {
        targets.add(target);
        rounds.add(MadeUp.round(target, number, measurement));
        return this;
    }

    RunOfFew claiming(List<Claim> all) {
        claims = all;
        return this;
    }

    RunOfFew sweeping(List<Sweep> all) {
        sweeps = all;
        return this;
    }

    /** Returns the report, as diagnostics of today find it. */
    Report report() {
        int planned = rounds.stream().mapToInt(Round::number).max().orElse(0);
        return Report.of(new RunRecord(
                        header(planned),
                        Optional.of(warmUp()),
                        Observations.ofTurns(rounds),
                        Fingerprints.none(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(evidence()),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty())
                .examinedAnew());
    }

    private RunHeader header(int planned) {
        return new RunHeader(
                RunHeader.FORMAT,
                "few-20261101120000000",
                "dev.versus.Few",
                Instant.parse("2026-11-01T12:00:00Z"),
                42,
                planned,
                Optional.empty(),
                Map.of(),
                new Machine("Linux 6.1", "A CPU", 2, 4_096, "A JDK 25", List.of()),
                4.5,
                "shared",
                targets.stream().map(RunOfFew::facts).toList(),
                claims,
                List.of(),
                List.of(),
                List.of(),
                sweeps);
    }

    private static RunHeader.TargetFacts facts(String name) {
        return new RunHeader.TargetFacts(
                name, "web of few", List.of(URI.create("http://127.0.0.1:80")), LOAD.describe(), Optional.empty());
    }

    private WarmUp warmUp() {
        return new WarmUp(true, 6, List.of());
    }

    private Circumstances evidence() {
        Map<String, Workload> workloads = new TreeMap<>();
        targets.forEach(target -> workloads.put(target, LOAD));
        return new Circumstances(workloads, 1, 2, Duration.ofNanos(40), Map.of());
    }
}
