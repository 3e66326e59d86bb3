package dev.versus.verdict;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.versus.measurement.Measurement;
import dev.versus.statistics.Percentile;
import java.util.OptionalDouble;

/** What is read from a round: one number in a fixed unit. */
public sealed interface Metric {

    /** Requests answered with a 2xx or 3xx status, a second. */
    Metric THROUGHPUT = new Figure("throughput");
    /** The mean latency of answered requests, in ms. */
    Metric MEAN = new Figure("mean");
    /** The share of requests that failed, 0 to 1. */
    Metric ERROR_RATE = new Figure("error-rate");
    /** How many requests failed. */
    Metric FAILURES = new Figure("failures");
    /** CPU time of all services of the target's deployment for each answered request, in ms. */
    Metric CPU_PER_REQUEST = new Figure("cpu-per-request");

    /** A percentile of the latency of answered requests, in ms. */
    static Metric percentile(double percent) {
        return new LatencyPercentile(new Percentile(percent));
    }

    /** The name by which files and reports call it: {@code throughput}, {@code p99}, … */
    @JsonValue
    String id();

    /** The unit: "/s", "ms", or nothing. */
    String unit();

    /** The value in one measurement; empty if that does not support it. */
    OptionalDouble of(Measurement measurement);

    /** Reads what {@link #id} writes. */
    @JsonCreator
    static Metric named(String id) {
        return id.matches("p\\d+(\\.\\d+)?") ? percentile(Double.parseDouble(id.substring(1))) : Figure.named(id);
    }

    /** The difference that does not matter yet, unless a claim says otherwise: 15 % beyond p90, 5 % for all else. */
    default double usualMargin() {
        return 0.05;
    }

    /** A percentile of latency. */
    record LatencyPercentile(Percentile percentile) implements Metric {

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

        @Override
        public double usualMargin() {
            return percentile.percent() > 90 ? 0.15 : 0.05;
        }
    }

    /** A metric that every measurement supports. */
    record Figure(String id) implements Metric {

        static Figure named(String id) {
            Figure figure = new Figure(id);
            figure.unit();
            return figure;
        }

        @Override
        public String unit() {
            return switch (id) {
                case "throughput" -> "/s";
                case "mean", "cpu-per-request" -> "ms";
                case "error-rate", "failures" -> "";
                default -> throw new IllegalArgumentException("there is no metric '" + id + "'");
            };
        }

        @Override
        public OptionalDouble of(Measurement measurement) {
            return switch (id) {
                case "throughput" -> OptionalDouble.of(measurement.throughput());
                case "mean" -> ifAnswered(measurement, measurement.latencies().meanMillis());
                case "error-rate" -> OptionalDouble.of(measurement.errorRate());
                case "failures" -> OptionalDouble.of(measurement.failed());
                default -> ifAnswered(measurement, measurement.cpu().services() * 1e3 / measurement.answered());
            };
        }

        private static OptionalDouble ifAnswered(Measurement measurement, double value) {
            return measurement.answered() > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
        }
    }
}
