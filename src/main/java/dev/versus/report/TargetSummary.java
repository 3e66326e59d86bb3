package dev.versus.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.versus.comparison.Outcome;
import dev.versus.measurement.Account;
import dev.versus.measurement.Counters;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Latencies;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.UnexpectedStatuses;
import dev.versus.statistics.Percentile;
import dev.versus.verdict.LatencyPercentile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The figures of one target: counts and sums over all complete rounds; throughput and latencies of the rounds that count.
 *
 * @param target the target's name
 * @param rounds the number of rounds that ended
 * @param requests the number of requests due
 * @param answered the number of requests answered with 2xx or 3xx
 * @param failures failed requests by kind
 * @param statuses responses by status
 * @param bodyBytes the total size of all bodies, in bytes
 * @param requestRate the median over the rounds that count of requests per second, failed ones included
 * @param throughput the median over the rounds that count of answered requests per second
 * @param latencyMillis mean, min, max and the supported percentiles of the rounds that count together, in ms
 * @param cpu CPU seconds by consumer, over all rounds
 * @param memoryBytes memory by service replica: the largest value at the end of a round, in bytes
 * @param accounts the source of each service replica's figures: cgroup or processes
 * @param counters I/O bytes and throttled seconds by service replica, over all rounds
 * @param endpoints the figures of each endpoint; none if the workload has only one
 */
public record TargetSummary(
        String target,
        int rounds,
        long requests,
        long answered,
        Map<FailureKind, Long> failures,
        Map<Integer, Long> statuses,
        long bodyBytes,
        double requestRate,
        double throughput,
        Map<String, Double> latencyMillis,
        CpuTimes cpu,
        Map<String, Long> memoryBytes,
        Map<String, Account> accounts,
        Map<String, Counters> counters,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EndpointSummary> endpoints) {

    private static final double[] PERCENTS = {50, 75, 90, 95, 99, 99.9};

    /** Accepts results of a single endpoint, which name none. */
    public TargetSummary {
        endpoints = List.copyOf(Objects.requireNonNullElse(endpoints, List.of()));
    }

    static TargetSummary of(String target, Outcome outcome, Outcome counted) {
        Measurement total = outcome.total(target);
        return new TargetSummary(
                target,
                outcome.of(target).size(),
                total.requests(),
                total.answered(),
                new TreeMap<>(total.failures()),
                new TreeMap<>(total.statuses()),
                total.bodyBytes(),
                EndpointSummary.median(counted.of(target), Measurement::requestRate),
                EndpointSummary.median(counted.of(target), Measurement::throughput),
                latencies(counted.total(target).latencies()),
                total.cpu(),
                new TreeMap<>(total.used().memoryBytes()),
                new TreeMap<>(total.used().accounts()),
                new TreeMap<>(total.used().counters()),
                EndpointSummary.of(target, outcome, counted));
    }

    long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns one text for each kind of failure: "125 unexpected status (503 × 120, 504 × 5)". */
    List<String> failureTexts() {
        return failures.entrySet().stream()
                .map(failure -> UnexpectedStatuses.failures(failure, statuses))
                .toList();
    }

    static Map<String, Double> latencies(Latencies latencies) {
        Map<String, Double> millis = new LinkedHashMap<>();
        if (latencies.count() == 0) {
            return millis;
        }
        millis.put("mean", latencies.meanMillis());
        millis.put("min", latencies.minMillis());
        millis.put("max", latencies.maxMillis());
        for (double percent : PERCENTS) {
            LatencyPercentile metric = new LatencyPercentile(new Percentile(percent));
            metric.percentile().read(latencies.histogram()).ifPresent(micros -> millis.put(metric.id(), micros / 1e3));
        }
        return millis;
    }
}
