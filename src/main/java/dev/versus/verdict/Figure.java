package dev.versus.verdict;

import dev.versus.measurement.Measurement;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** A metric that every measurement with answers supports. */
public enum Figure implements Metric {
    /** Requests answered with a 2xx or 3xx status, a second. */
    THROUGHPUT("throughput", "/s", Measurement::throughput),
    /** How long a round lasts, from its first request to its last response, in s. */
    DURATION("duration", "s", Measurement::wallSeconds),
    /** The mean latency of answered requests, in ms. */
    MEAN("mean", "ms", measurement -> measurement.latencies().meanMillis()),
    /** How many requests failed. */
    FAILURES("failures", "", Measurement::failed),
    /** CPU time of all services of the target's deployment for each answered request, in ms. */
    CPU_PER_REQUEST("cpu-per-request", "ms", m -> m.cpu().services() * 1e3 / (double) m.answered()),
    /** Resident memory of all services of the target's deployment when a round ends, in MiB. */
    MEMORY("memory", "MiB", m -> m.used().memoryMib().orElse(0));

    private final String id;
    private final String unit;
    // Every reading above is a function without state.
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
