package dev.versus.services.ruler;

/** A setting that cannot be used; the message is the sentence for the user. */
final class InvalidSetting extends RuntimeException {

    InvalidSetting(String sentence) {
        super(sentence);
    }
}
