package dev.versus;

import org.jspecify.annotations.Nullable;

/** What the user asked for cannot be: told before anything starts, and answered with exit code 2. */
public final class InvalidInput extends VersusException {

    private static final long serialVersionUID = 1L;

    public InvalidInput(String sentence) {
        this(sentence, null);
    }

    public InvalidInput(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
