package dev.versus.measurement;

import java.util.Map;
import java.util.TreeMap;

/**
 * The requests to one endpoint of several in a stretch of load.
 *
 * @param latencies of every request answered with a 2xx or 3xx status
 * @param statuses the number of responses by status
 * @param failures the number of failed requests by kind; kinds without any are absent
 * @param bodyLengths the lengths of the bodies of 2xx and 3xx responses
 */
public record EndpointFigures(
        Latencies latencies, Map<Integer, Long> statuses, Map<FailureKind, Long> failures, BodyLengths bodyLengths) {

    public EndpointFigures {
        statuses = Map.copyOf(statuses);
        failures = Map.copyOf(failures);
    }

    /** Returns the requests of two consecutive stretches together. */
    EndpointFigures plus(EndpointFigures next) {
        return new EndpointFigures(
                latencies.plus(next.latencies),
                sum(new TreeMap<>(statuses), next.statuses),
                sum(new TreeMap<>(failures), next.failures),
                bodyLengths.plus(next.bodyLengths));
    }

    static <K> Map<K, Long> sum(Map<K, Long> into, Map<K, Long> more) {
        more.forEach((key, count) -> into.merge(key, count, Long::sum));
        return into;
    }
}
