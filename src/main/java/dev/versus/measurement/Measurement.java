package dev.versus.measurement;

import dev.versus.workload.StepOutcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The measurement of one stretch of load.
 *
 * @param wallSeconds from the first request's start to the last response's end
 * @param latencies of every request answered with a 2xx or 3xx status
 * @param statuses the number of responses by status
 * @param failures the number of failed requests by kind; kinds without any are absent
 * @param bodyLengths the lengths of the bodies of 2xx and 3xx responses
 * @param firstBody a checksum (CRC32C) of the first body of a 2xx or 3xx response
 * @param location where the first 2xx or 3xx response sent its client, without query; empty if it was no redirect
 */
public record Measurement(
        double wallSeconds,
        Latencies latencies,
        Map<Integer, Long> statuses,
        Map<FailureKind, Long> failures,
        long bodyBytes,
        BodyLengths bodyLengths,
        long firstBody,
        Optional<String> location,
        Consumption used) {

    public Measurement {
        statuses = Map.copyOf(statuses);
        failures = Map.copyOf(failures);
        bodyLengths = Objects.requireNonNullElse(bodyLengths, BodyLengths.none());
    }

    /** Returns the measurement of all these rounds, at least one, as one. */
    public static Measurement total(List<Round> rounds) {
        return rounds.stream()
                .map(Round::measurement)
                .reduce(Measurement::plus)
                .orElseThrow(() -> new IllegalArgumentException("there is no round"));
    }

    /** Returns the CPU time used during the stretch, by consumer. */
    public CpuTimes cpu() {
        return used.cpu();
    }

    /** Returns the number of requests answered with a 2xx or 3xx status. */
    public long answered() {
        return latencies.count();
    }

    /** Returns the number of failed requests of all kinds. */
    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the number of requests that were due: the answered ones, and those that failed without a 2xx or 3xx answer. */
    public long requests() {
        return answered() + failed() - failures.getOrDefault(FailureKind.LENGTH, 0L);
    }

    /** Returns the throughput: requests answered with a 2xx or 3xx status, a second. */
    public double throughput() {
        return wallSeconds > 0 ? answered() / wallSeconds : 0;
    }

    /** Returns the share of requests that failed, 0 to 1; 1 if none was due. */
    public double errorRate() {
        return requests() == 0 ? 1 : (double) failed() / requests();
    }

    /** Returns the figures from which a workload decides on its next step. */
    public StepOutcome outcomeAt(int users) {
        return new StepOutcome(users, requests(), throughput(), latencies.percentileMillis(99), errorRate());
    }

    /** Returns a copy for a time that does not begin and end with requests, in s. */
    public Measurement lasting(double seconds) {
        return new Measurement(
                seconds, latencies, statuses, failures, bodyBytes, bodyLengths, firstBody, location, used);
    }

    /** Returns the measurement of two consecutive stretches as one. */
    public Measurement plus(Measurement next) {
        return new Measurement(
                wallSeconds + next.wallSeconds,
                latencies.plus(next.latencies),
                sum(new TreeMap<>(statuses), next.statuses),
                sum(new TreeMap<>(failures), next.failures),
                bodyBytes + next.bodyBytes,
                bodyLengths.plus(next.bodyLengths),
                firstBody,
                location.or(next::location),
                used.plus(next.used, share(next.wallSeconds)));
    }

    private double share(double next) {
        return wallSeconds + next > 0 ? next / (wallSeconds + next) : 0.5;
    }

    private static <K> Map<K, Long> sum(Map<K, Long> into, Map<K, Long> more) {
        more.forEach((key, count) -> into.merge(key, count, Long::sum));
        return into;
    }
}
