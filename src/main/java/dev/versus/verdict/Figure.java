package dev.versus.verdict;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The metrics that are read from a single measurement without further parameters. */
public enum Figure implements Metric {
    /** Requests answered with a 2xx or 3xx status, per second. */
    THROUGHPUT("throughput", "/s", Family.THROUGHPUT, always(Measurement::throughput)),
    /** Requests that were sent, per second, whether answered or failed: as Locust counts them. */
    REQUEST_RATE("request-rate", "/s", Family.THROUGHPUT, always(Measurement::requestRate)),
    /** The number of requests that were sent of a workload that is run once, whether answered or failed. */
    REQUESTS("requests", "", Family.THROUGHPUT, always(Measurement::sent)) {

        @Override
        public OptionalDouble of(Round round) {
            return OptionalDouble.of((double) round.measurement().sent() / round.repetitions());
        }
    },
    /** The time from the first request to the last response of a workload that is run once, in s. */
    DURATION("duration", "s", Family.THROUGHPUT, ifAnswered(Measurement::wallSeconds)) {

        @Override
        public OptionalDouble of(Round round) {
            OptionalDouble turn = of(round.measurement());
            return turn.isPresent() ? OptionalDouble.of(turn.getAsDouble() / round.repetitions()) : turn;
        }
    },
    /** The mean latency of answered requests, in ms. */
    MEAN(
            "mean",
            "ms",
            Family.LATENCY,
            ifAnswered(measurement -> measurement.latencies().meanMillis())),
    /** The longest latency of an answered request in a round, in ms. */
    MAXIMUM(
            "max",
            "ms",
            Family.LATENCY,
            ifAnswered(measurement -> measurement.latencies().maxMillis())) {

        /** Returns 0.15, for one request decides. */
        @Override
        public double usualMargin() {
            return 0.15;
        }
    },
    /** The number of failed requests. */
    FAILURES("failures", "", Family.FAILURES, always(Measurement::failed)) {

        @Override
        public boolean isExact() {
            return true;
        }

        /** Returns the count as an estimate without width; empty if there was no request that could have failed. */
        @Override
        public Optional<Estimate> estimate(List<Round> rounds, Confidence confidence) {
            Measurement total = Measurement.total(rounds);
            double failures = total.failed();
            return total.requests() == 0
                    ? Optional.empty()
                    : Optional.of(new Estimate(failures, new Interval(failures, failures), 1, (int)
                            rounds.stream().map(Round::number).distinct().count()));
        }
    },
    /** The CPU time of all services of the target's deployment per answered request, in ms. */
    CPU_PER_REQUEST("cpu-per-request", "ms", Family.RESOURCES, Figure::cpuPerRequest) {

        @Override
        public boolean holdsTogether() {
            return true;
        }
    },
    /** The memory of all services of the target's deployment at the end of a round, in MiB. */
    MEMORY("memory", "MiB", Family.RESOURCES, measurement -> measurement.used().memoryMib());

    private final String id;
    private final String unit;
    private final Family family;
    // Every function above is stateless.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Measurement, OptionalDouble> reading;

    Figure(String id, String unit, Family family, Function<Measurement, OptionalDouble> reading) {
        this.id = id;
        this.unit = unit;
        this.family = family;
        this.reading = reading;
    }

    private static Function<Measurement, OptionalDouble> always(ToDoubleFunction<Measurement> reading) {
        return measurement -> OptionalDouble.of(reading.applyAsDouble(measurement));
    }

    private static Function<Measurement, OptionalDouble> ifAnswered(ToDoubleFunction<Measurement> reading) {
        return measurement -> measurement.answered() > 0
                ? OptionalDouble.of(reading.applyAsDouble(measurement))
                : OptionalDouble.empty();
    }

    private static OptionalDouble cpuPerRequest(Measurement measurement) {
        return measurement.answered() == 0 || !measurement.cpu().isOfServices()
                ? OptionalDouble.empty()
                : OptionalDouble.of(measurement.cpu().services() * 1e3 / (double) measurement.answered());
    }

    static Optional<Figure> withId(String id) {
        return Arrays.stream(values()).filter(figure -> figure.id.equals(id)).findFirst();
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
    public Family family() {
        return family;
    }

    @Override
    public OptionalDouble of(Measurement measurement) {
        return reading.apply(measurement);
    }

    @Override
    public String lack(Measurement measurement) {
        boolean unread = this == MEMORY || (this == CPU_PER_REQUEST && measurement.answered() > 0);
        return unread
                ? id + " is known only of services that this run started on Linux, and it was not read here"
                : Metric.super.lack(measurement);
    }
}
