package dev.versus.verdict;

import dev.versus.measurement.Measurement;
import dev.versus.statistics.Percentile;
import java.util.OptionalDouble;

/** A percentile of the latency of answered requests, in ms; empty for a measurement with too few requests. */
public record LatencyPercentile(Percentile percentile) implements Metric {

    @Override
    public String id() {
        double percent = percentile.percent();
        return "p" + (percent == Math.rint(percent) ? String.valueOf((int) percent) : String.valueOf(percent));
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public OptionalDouble of(Measurement measurement) {
        OptionalDouble micros = percentile.read(measurement.latencies().histogram());
        return micros.isPresent() ? OptionalDouble.of(micros.getAsDouble() / 1e3) : micros;
    }

    /** Returns 0.15 above the 90th percentile, where few requests decide, and 0.05 up to it. */
    @Override
    public double usualMargin() {
        return percentile.percent() > 90 ? 0.15 : 0.05;
    }
}
