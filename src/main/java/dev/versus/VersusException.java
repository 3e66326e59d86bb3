package dev.versus;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that Versus refuses or fails to do. Its message is one sentence for the person who runs it: what is
 * wrong, where, what was expected, and how to mend it.
 */
public abstract class VersusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected VersusException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
