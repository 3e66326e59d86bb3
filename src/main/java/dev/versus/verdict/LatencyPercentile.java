package dev.versus.verdict;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.Percentile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A percentile of the latency of answered requests, in ms; empty for a measurement with too few requests. */
public record LatencyPercentile(Percentile percentile) implements Metric {

    static Optional<LatencyPercentile> withId(String id) {
        return id.matches("p\\d+(\\.\\d+)?")
                ? Optional.of(new LatencyPercentile(new Percentile(Double.parseDouble(id.substring(1)))))
                : Optional.empty();
    }

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
    public Family family() {
        return Family.LATENCY;
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

    @Override
    public boolean isPooled() {
        return true;
    }

    @Override
    public long requestsNeeded() {
        return percentile.valuesNeeded();
    }

    @Override
    public int roundsNeeded(Confidence confidence) {
        return PooledPercentile.FEWEST_ROUNDS;
    }

    @Override
    public Optional<Estimate> estimate(List<Round> rounds, Confidence confidence) {
        return new PooledPercentile(this, confidence).estimate(rounds);
    }

    @Override
    public String lack(Measurement measurement) {
        String pattern = measurement.requests() < requestsNeeded()
                ? "a %s needs %,d requests, and there are fewer: send more requests a round"
                : "a %s needs %,d answered requests, and of %,d only %,d were answered: find out why the others failed";
        return String.format(
                Locale.ROOT, pattern, id(), requestsNeeded(), measurement.requests(), measurement.answered());
    }
}
