package dev.versus.services.slowio;

/** A setting that the service cannot start with; its message is one sentence for the person who set it. */
final class InvalidSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSetting(String name, String value, String expected) {
        super(name + " is \"" + value + "\", but must be " + expected + ".");
    }
}
