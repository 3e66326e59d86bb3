package dev.versus.services.ruler;

/** A query that asks for no service time; the message is the sentence for the caller. */
final class InvalidParameter extends RuntimeException {

    InvalidParameter(String sentence) {
        super(sentence);
    }
}
