package dev.versus.report;

import dev.versus.comparison.Outcome;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.Medians;
import dev.versus.verdict.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * The figures of one endpoint of a target whose workload mixes several: counts over all complete rounds; rates and latencies of the rounds
 * that count.
 *
 * @param endpoint the method and the path
 * @param requests the number of requests, answered or failed
 * @param answered the number of requests answered with 2xx or 3xx
 * @param failures failed requests by kind
 * @param statuses responses by status
 * @param requestRate the median over the rounds that count of requests per second, failed ones included
 * @param throughput the median over the rounds that count of answered requests per second
 * @param latencyMillis mean, min, max and the supported percentiles of the rounds that count together, in ms
 */
public record EndpointSummary(
        String endpoint,
        long requests,
        long answered,
        Map<FailureKind, Long> failures,
        Map<Integer, Long> statuses,
        double requestRate,
        double throughput,
        Map<String, Double> latencyMillis) {

    /** Returns the figures of each endpoint of a target by name; none if its workload has only one. */
    static List<EndpointSummary> of(String target, Outcome outcome, Outcome counted) {
        return new TreeSet<>(outcome.total(target).endpoints().keySet())
                .stream()
                        .map(endpoint -> of(new Side(target, Optional.of(endpoint)), outcome, counted))
                        .toList();
    }

    private static EndpointSummary of(Side side, Outcome outcome, Outcome counted) {
        Measurement total = Measurement.total(side.among(outcome.rounds()));
        List<Round> counting = side.among(counted.rounds());
        return new EndpointSummary(
                side.endpoint().orElseThrow(),
                total.requests(),
                total.answered(),
                new TreeMap<>(total.failures()),
                new TreeMap<>(total.statuses()),
                median(counting, Measurement::requestRate),
                median(counting, Measurement::throughput),
                TargetSummary.latencies(Measurement.total(counting).latencies()));
    }

    static double median(List<Round> rounds, ToDoubleFunction<Measurement> rate) {
        return Medians.of(
                rounds.stream().map(Round::measurement).mapToDouble(rate).toArray());
    }

    long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }
}
