package dev.versus.services.ruler;

/** What a request asks for. Only {@link Delay} and {@link Burn} are service, and enter the record. */
sealed interface Call {

    /** An answer when the time is over; at once if it is 0. */
    record Delay(long nanos) implements Call {}

    /** An answer after the event loop has used so much CPU time. */
    record Burn(long nanos) implements Call {}

    /** An answer that is known already: health, or a refusal. */
    record Say(Reply reply) implements Call {}

    /** The record of what was served. */
    record Tell() implements Call {}

    /** A new, empty record. */
    record Reset() implements Call {}

    /** Whether the record counts it. */
    default boolean isService() {
        return this instanceof Delay || this instanceof Burn;
    }
}
