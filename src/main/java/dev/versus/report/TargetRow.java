package dev.versus.report;

import dev.versus.comparison.Outcome;
import dev.versus.measurement.Measurement;
import dev.versus.statistics.Percentile;
import java.util.List;
import java.util.TreeMap;

/**
 * A target's row in reports, as texts.
 *
 * @param name the target's name
 * @param summary the target's figures
 * @param failures one text for each kind of failure: "996 body length differs"
 * @param latencies mean, percentiles and maximum
 * @param cpu the CPU use of each consumer
 * @param flows the network and block I/O of each service replica
 */
record TargetRow(
        String name,
        TargetSummary summary,
        List<String> failures,
        List<Latency> latencies,
        List<Consumer> cpu,
        List<Flow> flows) {

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
     * A consumer of CPU time.
     *
     * @param name a service's replica, or the generator
     * @param perThousand CPU seconds per 1000 answered requests
     * @param cores the mean number of busy cores
     */
    record Consumer(String name, double perThousand, double cores) {}

    static TargetRow of(TargetSummary summary, Outcome outcome) {
        return new TargetRow(
                summary.target(),
                summary,
                summary.failureTexts(),
                COLUMNS.stream().map(column -> latency(summary, column)).toList(),
                consumers(outcome.total(summary.target())),
                Flow.of(summary));
    }

    /** Returns the memory of a consumer in MiB; "–" if it was not read. */
    String memory(String consumer) {
        Long bytes = summary.memoryBytes().get(consumer);
        return bytes == null || bytes == 0 ? Figures.NONE : Figures.of(bytes / MIB);
    }

    private static Latency latency(TargetSummary summary, String column) {
        Double millis = summary.answered() == 0 ? null : summary.latencyMillis().get(column);
        if (millis != null) {
            return new Latency(Figures.of(millis), "");
        }
        String why = column.startsWith("p")
                ? "a %s needs %,d answered requests, and there are %,d"
                        .formatted(
                                column,
                                new Percentile(Double.parseDouble(column.substring(1))).valuesNeeded(),
                                summary.answered())
                : "no request was answered";
        return new Latency(Figures.NONE, why);
    }

    private static List<Consumer> consumers(Measurement total) {
        return new TreeMap<>(total.cpu().seconds())
                .entrySet().stream()
                        .map(entry -> new Consumer(
                                entry.getKey(),
                                total.answered() == 0 ? 0 : entry.getValue() * 1e3 / total.answered(),
                                total.wallSeconds() > 0 ? entry.getValue() / total.wallSeconds() : 0))
                        .toList();
    }
}
