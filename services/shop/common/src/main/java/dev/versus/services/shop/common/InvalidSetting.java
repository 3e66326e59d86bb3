package dev.versus.services.shop.common;

/** A setting that the service cannot start with; its message is one sentence for the person who set it. */
public final class InvalidSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSetting(String name, String value, String expected) {
        super(name + " is \"" + value + "\", but must be " + expected + ".");
    }
}
