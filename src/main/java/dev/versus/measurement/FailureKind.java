package dev.versus.measurement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a request counts as failed. */
public enum FailureKind {
    /** The response's status is not 2xx or 3xx. */
    @JsonProperty("status")
    STATUS("unexpected status"),
    /** The body's length differs from the round's first, as {@code ab} counts it. */
    @JsonProperty("length")
    LENGTH("body length differs"),
    /** No complete response within the request timeout. */
    @JsonProperty("timeout")
    TIMEOUT("timed out"),
    /** The connection was refused, reset or closed before a complete response. */
    @JsonProperty("connection")
    CONNECTION("connection failed"),
    /** The round's time limit was reached first. */
    @JsonProperty("not_sent")
    NOT_SENT("not sent in time");

    private final String text;

    FailureKind(String text) {
        this.text = text;
    }

    /** The kind in a few words, for people. */
    public String text() {
        return text;
    }
}
