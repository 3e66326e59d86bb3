package dev.versus;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that Versus refuses or fails to do. Its message is one sentence for the person who runs it: what is
 * wrong, where, what was expected, and how to mend it. Secrets in it are masked, for it goes to consoles and logs.
 */
public abstract class VersusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected VersusException(String sentence, @Nullable Throwable cause) {
        super(Secrets.masked(sentence), cause);
    }
}
