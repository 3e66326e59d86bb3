package dev.versus.verdict;

import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Measurement;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** A share of all requests, 0 to 1: known from all requests of all rounds together, by counting. */
public enum RequestShare implements Metric {
    /** Those that failed. */
    ERROR_RATE("error-rate", Measurement::failed),
    /** Those that did not. */
    RELIABILITY("reliability", measurement -> measurement.requests() - measurement.failed()),
    /** Those whose status was not 2xx or 3xx. */
    STATUS_ERRORS(FailureKind.STATUS, "error-rate-status"),
    /** Those whose body was not as long as the round's first. */
    LENGTH_ERRORS(FailureKind.LENGTH, "error-rate-length"),
    /** Those that were not answered in time. */
    TIMEOUT_ERRORS(FailureKind.TIMEOUT, "error-rate-timeout"),
    /** Those whose connection failed. */
    CONNECTION_ERRORS(FailureKind.CONNECTION, "error-rate-connection"),
    /** Those that were not sent before a round's time limit. */
    NOT_SENT_ERRORS(FailureKind.NOT_SENT, "error-rate-not-sent");

    private final String id;
    // Every count is a function without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToLongFunction<Measurement> count;

    RequestShare(FailureKind kind, String id) {
        this(id, measurement -> measurement.failures().getOrDefault(kind, 0L));
    }

    RequestShare(String id, ToLongFunction<Measurement> count) {
        this.id = id;
        this.count = count;
    }

    /** The share of failures of one kind. */
    public static RequestShare of(FailureKind kind) {
        return switch (kind) {
            case STATUS -> STATUS_ERRORS;
            case LENGTH -> LENGTH_ERRORS;
            case TIMEOUT -> TIMEOUT_ERRORS;
            case CONNECTION -> CONNECTION_ERRORS;
            case NOT_SENT -> NOT_SENT_ERRORS;
        };
    }

    static Optional<RequestShare> withId(String id) {
        return Arrays.stream(values()).filter(share -> share.id.equals(id)).findFirst();
    }

    /** How many requests count: from none to all of them. */
    public long count(Measurement measurement) {
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

    /** Where nothing was due, all of it failed. */
    @Override
    public OptionalDouble of(Measurement measurement) {
        if (measurement.requests() == 0) {
            return OptionalDouble.of(this == ERROR_RATE ? 1 : 0);
        }
        return OptionalDouble.of((double) count(measurement) / measurement.requests());
    }
}
