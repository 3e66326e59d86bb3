package dev.versus.services.ruler;

/** The server cannot listen where it should; the message is the sentence for the user. */
final class StartFailure extends RuntimeException {

    StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
