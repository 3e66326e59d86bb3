package dev.versus.report;

import dev.versus.comparison.Outcome;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Measurement;
import dev.versus.statistics.Percentile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A target's row in reports, as texts.
 *
 * @param summary the target's figures
 * @param latencies mean, percentiles and maximum
 * @param cpu the CPU use of each consumer, by its name
 * @param flows the network and block I/O of each service replica, by its name
 * @param endpoints the row of each endpoint; none if the workload has only one
 */
record TargetRow(
        TargetSummary summary,
        List<Latency> latencies,
        Map<String, Consumer> cpu,
        Map<String, Flow> flows,
        List<EndpointRow> endpoints) {

    private static final double MIB = 1 << 20;

    /** The heads of the latency columns. */
    static final List<String> COLUMNS = List.of("mean", "p50", "p75", "p90", "p95", "p99", "p99.9", "max");

    /**
     * A latency in ms.
     *
     * @param text the figure, or "–"
     * @param title why there is no figure; empty if there is one
     */
    record Latency(String text, String title) {}

    /**
     * An endpoint's row, or that of all endpoints together.
     *
     * @param failed the number of failed requests, and their share
     * @param requestRate requests per second, failed ones included
     * @param throughput answered requests per second
     */
    record EndpointRow(
            String name,
            String requests,
            String failed,
            String requestRate,
            String throughput,
            List<Latency> latencies) {}

    /**
     * A consumer of CPU time.
     *
     * @param name a service's replica, or the generator
     * @param perThousand CPU seconds per 1000 answered requests
     * @param cores the mean number of busy cores
     */
    record Consumer(String name, double perThousand, double cores) {

        @Override
        public String toString() {
            return Figures.withDecimals(perThousand, 3) + " (" + Figures.withDecimals(cores, 2) + ")";
        }
    }

    static TargetRow of(TargetSummary summary, Outcome outcome) {
        return new TargetRow(
                summary,
                latencies(summary.answered(), summary.latencyMillis()),
                consumers(outcome.total(summary.target())),
                Flow.of(summary),
                summary.endpoints().stream().map(TargetRow::row).toList());
    }

    private static EndpointRow row(EndpointSummary summary) {
        return new EndpointRow(
                summary.endpoint(),
                Figures.count(summary.requests()),
                failed(summary.failed(), summary.requests()),
                Figures.of(summary.requestRate()),
                Figures.of(summary.throughput()),
                latencies(summary.answered(), summary.latencyMillis()));
    }

    /**
     * Returns the rows of all endpoints, one of requests that were not sent if there are any, and a last one of all together; none if the
     * workload has only one endpoint.
     */
    List<EndpointRow> endpointsAndTotal() {
        return endpoints.isEmpty()
                ? endpoints
                : Stream.of(endpoints.stream(), notSent().stream(), Stream.of(total()))
                        .flatMap(rows -> rows)
                        .toList();
    }

    /** Returns the row of requests that were not sent, which belong to no endpoint; empty if all were. */
    private Optional<EndpointRow> notSent() {
        long lost = summary.failures().getOrDefault(FailureKind.NOT_SENT, 0L);
        return lost == 0
                ? Optional.empty()
                : Optional.of(new EndpointRow(
                        "not sent, to no endpoint",
                        Figures.count(lost),
                        failed(lost, lost),
                        Figures.NONE,
                        Figures.NONE,
                        latencies(0, Map.of())));
    }

    private EndpointRow total() {
        return new EndpointRow(
                "all endpoints",
                Figures.count(summary.requests()),
                failed(summary.failed(), summary.requests()),
                Figures.of(summary.requestRate()),
                Figures.of(summary.throughput()),
                latencies);
    }

    private static String failed(long failed, long requests) {
        return failed == 0 ? "0" : Figures.count(failed) + " (" + Figures.percent((double) failed / requests) + ")";
    }

    private static List<Latency> latencies(long answered, Map<String, Double> millis) {
        return COLUMNS.stream()
                .map(column -> latency(answered, answered == 0 ? null : millis.get(column), column))
                .toList();
    }

    String name() {
        return summary.target();
    }

    /** Returns the memory of a consumer in MiB; "–" if it was not read. */
    String memory(String consumer) {
        Long bytes = summary.memoryBytes().get(consumer);
        return bytes == null || bytes == 0 ? Figures.NONE : Figures.of(bytes / MIB);
    }

    private static Latency latency(long answered, @Nullable Double millis, String column) {
        if (millis != null) {
            return new Latency(Figures.of(millis), "");
        }
        String why = column.startsWith("p")
                ? "a %s needs %,d answered requests, and there are %,d"
                        .formatted(
                                column,
                                new Percentile(Double.parseDouble(column.substring(1))).valuesNeeded(),
                                answered)
                : "no request was answered";
        return new Latency(Figures.NONE, why);
    }

    private static Map<String, Consumer> consumers(Measurement total) {
        Map<String, Consumer> consumers = new TreeMap<>();
        total.cpu()
                .seconds()
                .forEach((name, seconds) -> consumers.put(
                        name,
                        new Consumer(
                                name,
                                total.answered() == 0 ? 0 : seconds * 1e3 / total.answered(),
                                total.wallSeconds() > 0 ? seconds / total.wallSeconds() : 0)));
        return consumers;
    }
}
