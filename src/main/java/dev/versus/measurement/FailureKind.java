package dev.versus.measurement;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.versus.PublicApi;

/** The reason why a request counts as failed. */
@PublicApi
public enum FailureKind {
    /** The response's status is not 2xx or 3xx. */
    @JsonProperty("status")
    STATUS("unexpected status"),
    /** The length of the body differs from that of the round's first body, as {@code ab} counts it. */
    @JsonProperty("length")
    LENGTH("body length differs"),
    /** No complete response arrived within the request timeout. */
    @JsonProperty("timeout")
    TIMEOUT("timed out"),
    /** The connection was refused, or closed before a response had begun. */
    @JsonProperty("connection")
    CONNECTION("connection failed"),
    /** The response was cut off, went on after its end, or was no HTTP. */
    @JsonProperty("malformed")
    MALFORMED("malformed response"),
    /** The round's time was over before the request was sent. */
    @JsonProperty("not_sent")
    NOT_SENT("not sent in time");

    private final String text;

    FailureKind(String text) {
        this.text = text;
    }

    /** Returns the kind in a few words, for people. */
    public String text() {
        return text;
    }
}
