package dev.versus.verdict;

import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import dev.versus.statistics.PairedEffect;
import dev.versus.statistics.WilsonInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** A share of all requests, from 0 to 1, counted over all rounds together. */
public enum RequestShare implements Metric {
    /** The share of requests that failed. */
    ERROR_RATE("error-rate", Measurement::failed),
    /** The share of requests that did not fail. */
    RELIABILITY("reliability", measurement -> measurement.requests() - measurement.failed()),
    /** The share of requests answered with a status other than 2xx and 3xx. */
    STATUS_ERRORS(FailureKind.STATUS, "error-rate-status"),
    /** The share of requests whose body had another length than the round's first body. */
    LENGTH_ERRORS(FailureKind.LENGTH, "error-rate-length"),
    /** The share of requests that were not answered within the timeout. */
    TIMEOUT_ERRORS(FailureKind.TIMEOUT, "error-rate-timeout"),
    /** The share of requests whose connection failed. */
    CONNECTION_ERRORS(FailureKind.CONNECTION, "error-rate-connection"),
    /** The share of requests whose response was cut off, went on after its end, or was no HTTP. */
    MALFORMED_ERRORS(FailureKind.MALFORMED, "error-rate-malformed"),
    /** The share of requests that were not sent before a round's time limit. */
    NOT_SENT_ERRORS(FailureKind.NOT_SENT, "error-rate-not-sent");

    private final String id;
    // Every function above is stateless.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToLongFunction<Measurement> count;

    RequestShare(FailureKind kind, String id) {
        this(id, measurement -> measurement.failures().getOrDefault(kind, 0L));
    }

    RequestShare(String id, ToLongFunction<Measurement> count) {
        this.id = id;
        this.count = count;
    }

    /** Returns the share of requests that failed in this way. */
    public static RequestShare of(FailureKind kind) {
        return switch (kind) {
            case STATUS -> STATUS_ERRORS;
            case LENGTH -> LENGTH_ERRORS;
            case TIMEOUT -> TIMEOUT_ERRORS;
            case CONNECTION -> CONNECTION_ERRORS;
            case MALFORMED -> MALFORMED_ERRORS;
            case NOT_SENT -> NOT_SENT_ERRORS;
        };
    }

    static Optional<RequestShare> withId(String id) {
        return Arrays.stream(values()).filter(share -> share.id.equals(id)).findFirst();
    }

    /** Counts the requests of this share in a measurement: from 0 to all requests. */
    private long count(Measurement measurement) {
        return Math.max(0, Math.min(count.applyAsLong(measurement), measurement.requests()));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String unit() {
        return "";
    }

    @Override
    public Family family() {
        return Family.FAILURES;
    }

    @Override
    public boolean isShare() {
        return true;
    }

    @Override
    public Optional<Estimate> estimate(List<Round> rounds, Confidence confidence) {
        double share = of(Measurement.total(rounds)).orElseThrow();
        return Optional.of(new Estimate(share, interval(rounds, confidence), confidence.level(), rounds.size()));
    }

    /**
     * Estimates the share of a target less that of its baseline, from the counts of all rounds together. Failures may come in bursts, so the
     * interval holds that of the rounds' own differences, too.
     */
    Optional<Estimate> difference(List<Round> own, List<Round> baseline, Confidence confidence) {
        double share = of(Measurement.total(own)).orElseThrow();
        double other = of(Measurement.total(baseline)).orElseThrow();
        Interval counted =
                WilsonInterval.ofDifference(share, interval(own, confidence), other, interval(baseline, confidence));
        return PairedEffect.difference(of(baseline).orElseThrow(), of(own).orElseThrow())
                .estimate(confidence)
                .map(rounds ->
                        new Estimate(share - other, counted.hull(rounds.interval()), confidence.level(), rounds.n()));
    }

    private Interval interval(List<Round> rounds, Confidence confidence) {
        Measurement total = Measurement.total(rounds);
        return WilsonInterval.of(count(total), total.requests(), confidence);
    }

    /** Returns the share; without any request the error rate is 1 and every other share is 0. */
    @Override
    public OptionalDouble of(Measurement measurement) {
        if (measurement.requests() == 0) {
            return OptionalDouble.of(this == ERROR_RATE ? 1 : 0);
        }
        return OptionalDouble.of((double) count(measurement) / measurement.requests());
    }
}
