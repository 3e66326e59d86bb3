package dev.versus.measurement;

import dev.versus.workload.StepOutcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one stretch of load showed.
 *
 * @param wallSeconds from the first request's start to the last response's end
 * @param latencies of every request answered with a 2xx or 3xx status
 * @param statuses how many responses had each status
 * @param failures how many requests failed, by kind; kinds without any are absent
 * @param bodyBytes the bytes of all bodies together
 * @param bodyLengths how many responses (2xx and 3xx) had each body length, the eight most at first seen
 * @param firstBody a checksum (CRC32C) of the first such body
 * @param used CPU time, memory and connections used meanwhile
 */
public record Measurement(
        double wallSeconds,
        Latencies latencies,
        Map<Integer, Long> statuses,
        Map<FailureKind, Long> failures,
        long bodyBytes,
        Map<Integer, Long> bodyLengths,
        long firstBody,
        Consumption used) {

    public Measurement {
        statuses = Map.copyOf(statuses);
        failures = Map.copyOf(failures);
        bodyLengths = Map.copyOf(bodyLengths);
    }

    /** CPU time used meanwhile, in seconds, by consumer. */
    public CpuTimes cpu() {
        return used.cpu();
    }

    /** Requests answered with a 2xx or 3xx status. */
    public long answered() {
        return latencies.count();
    }

    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** All requests that were due: answered ones, and those that failed without such an answer. */
    public long requests() {
        return answered() + failed() - failures.getOrDefault(FailureKind.LENGTH, 0L);
    }

    /** Requests answered with a 2xx or 3xx status, a second. */
    public double throughput() {
        return wallSeconds > 0 ? answered() / wallSeconds : 0;
    }

    /** The share of requests that failed, 0 to 1. */
    public double errorRate() {
        return requests() == 0 ? 1 : (double) failed() / requests();
    }

    /** What a workload may know of it. */
    public StepOutcome outcomeAt(int users) {
        return new StepOutcome(users, requests(), throughput(), latencies.percentileMillis(99), errorRate());
    }

    /** Both together, one after the other. */
    public Measurement plus(Measurement next) {
        return new Measurement(
                wallSeconds + next.wallSeconds,
                latencies.plus(next.latencies),
                sum(new TreeMap<>(statuses), next.statuses),
                sum(new EnumMap<>(failureCopy()), next.failures),
                bodyBytes + next.bodyBytes,
                sum(new TreeMap<>(bodyLengths), next.bodyLengths),
                firstBody,
                used.plus(next.used));
    }

    private Map<FailureKind, Long> failureCopy() {
        Map<FailureKind, Long> copy = new EnumMap<>(FailureKind.class);
        copy.putAll(failures);
        return copy;
    }

    private static <K> Map<K, Long> sum(Map<K, Long> into, Map<K, Long> more) {
        more.forEach((key, count) -> into.merge(key, count, Long::sum));
        return into;
    }
}
