package dev.versus.verdict;

import dev.versus.measurement.Measurement;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The metrics that are read from a single measurement without further parameters. */
public enum Figure implements Metric {
    /** Requests answered with a 2xx or 3xx status, per second. */
    THROUGHPUT("throughput", "/s", Measurement::throughput),
    /** The time from a round's first request to its last response, in s. */
    DURATION("duration", "s", Measurement::wallSeconds),
    /** The mean latency of answered requests, in ms. */
    MEAN("mean", "ms", measurement -> measurement.latencies().meanMillis()),
    /** The number of failed requests. */
    FAILURES("failures", "", Measurement::failed),
    /** The CPU time of all services of the target's deployment per answered request, in ms. */
    CPU_PER_REQUEST("cpu-per-request", "ms", m -> m.cpu().services() * 1e3 / (double) m.answered()),
    /** The memory of all services of the target's deployment at the end of a round, in MiB. */
    MEMORY("memory", "MiB", m -> m.used().memoryMib().orElse(0));

    private final String id;
    private final String unit;
    // Every function above is stateless.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToDoubleFunction<Measurement> reading;

    Figure(String id, String unit, ToDoubleFunction<Measurement> reading) {
        this.id = id;
        this.unit = unit;
        this.reading = reading;
    }

    static Figure withId(String id) {
        return Arrays.stream(values())
                .filter(figure -> figure.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no metric '" + id + "'"));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public OptionalDouble of(Measurement measurement) {
        if (this == MEMORY) {
            return measurement.used().memoryMib();
        }
        boolean countsFailures = this == FAILURES || this == THROUGHPUT;
        return countsFailures || measurement.answered() > 0
                ? OptionalDouble.of(reading.applyAsDouble(measurement))
                : OptionalDouble.empty();
    }
}
