package dev.versus.verdict;

import dev.versus.measurement.Measurement;
import dev.versus.statistics.Percentile;
import java.util.OptionalDouble;

/** A percentile of the latency of answered requests, in ms; a measurement with too few requests does not support it. */
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

    /** 15 % beyond the 90th percentile, where few requests decide; 5 % up to there. */
    @Override
    public double usualMargin() {
        return percentile.percent() > 90 ? 0.15 : 0.05;
    }
}
