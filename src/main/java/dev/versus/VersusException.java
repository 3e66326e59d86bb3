package dev.versus;

import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that Versus throws to its user. The message is one sentence: what is wrong, where, what was expected, and
 * how to mend it. Secrets in the message are masked, because it goes to consoles and logs.
 */
public abstract class VersusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected VersusException(String sentence, @Nullable Throwable cause) {
        super(Secrets.masked(sentence), cause);
    }
}
