package dev.versus.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param endpoints the same requests by endpoint; empty if the workload has only one
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
        Consumption used,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, EndpointFigures> endpoints) {

    /** Accepts records of earlier versions, which have no body lengths and no endpoints. */
    public Measurement {
        statuses = Map.copyOf(statuses);
        failures = Map.copyOf(failures);
        bodyLengths = Objects.requireNonNullElse(bodyLengths, BodyLengths.none());
        endpoints = Map.copyOf(Objects.requireNonNullElse(endpoints, Map.of()));
    }

    /** Makes a measurement of a single endpoint. */
    public Measurement(
            double wallSeconds,
            Latencies latencies,
            Map<Integer, Long> statuses,
            Map<FailureKind, Long> failures,
            long bodyBytes,
            BodyLengths bodyLengths,
            long firstBody,
            Optional<String> location,
            Consumption used) {
        this(wallSeconds, latencies, statuses, failures, bodyBytes, bodyLengths, firstBody, location, used, Map.of());
    }

    /** Returns the measurement of all these rounds, at least one, as one. */
    public static Measurement total(List<Round> rounds) {
        return rounds.stream()
                .map(Round::measurement)
                .reduce(Measurement::plus)
                .orElseThrow(() -> new IllegalArgumentException("there is no round"));
    }

    /** Returns what was measured of one endpoint, which has no CPU time and no memory of its own; empty if there is no such endpoint. */
    public Optional<Measurement> ofEndpoint(String endpoint) {
        return Optional.ofNullable(endpoints.get(endpoint))
                .map(own -> new Measurement(
                        wallSeconds,
                        own.latencies(),
                        own.statuses(),
                        own.failures(),
                        own.bodyLengths().bytes(),
                        own.bodyLengths(),
                        0,
                        Optional.empty(),
                        Consumption.of(CpuTimes.none())));
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

    /** Returns the number of requests that were not sent before the time was over; they belong to no endpoint. */
    public long notSent() {
        return failures.getOrDefault(FailureKind.NOT_SENT, 0L);
    }

    /** Returns the number of requests that were sent, whether answered or failed. */
    public long sent() {
        return requests() - notSent();
    }

    /** Returns the throughput: requests answered with a 2xx or 3xx status, a second. */
    public double throughput() {
        return wallSeconds > 0 ? answered() / wallSeconds : 0;
    }

    /** Returns the requests that were sent, answered or not, a second. */
    public double requestRate() {
        return wallSeconds > 0 ? sent() / wallSeconds : 0;
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
                seconds, latencies, statuses, failures, bodyBytes, bodyLengths, firstBody, location, used, endpoints);
    }

    /** Returns the measurement of two consecutive stretches as one. */
    public Measurement plus(Measurement next) {
        Map<String, EndpointFigures> both = new TreeMap<>(endpoints);
        next.endpoints.forEach((endpoint, more) -> both.merge(endpoint, more, EndpointFigures::plus));
        return new Measurement(
                wallSeconds + next.wallSeconds,
                latencies.plus(next.latencies),
                EndpointFigures.sum(new TreeMap<>(statuses), next.statuses),
                EndpointFigures.sum(new TreeMap<>(failures), next.failures),
                bodyBytes + next.bodyBytes,
                bodyLengths.plus(next.bodyLengths),
                firstBody,
                location.or(next::location),
                used.plus(next.used, share(next.wallSeconds)),
                both);
    }

    private double share(double next) {
        return wallSeconds + next > 0 ? next / (wallSeconds + next) : 0.5;
    }
}
