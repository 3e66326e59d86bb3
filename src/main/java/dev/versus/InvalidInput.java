package dev.versus;

import org.jspecify.annotations.Nullable;

/** A request of the user that cannot be carried out. It is thrown before anything starts; the command exits with code 2. */
@PublicApi
public final class InvalidInput extends VersusException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param sentence one sentence for the user: what is wrong, where, what was expected, and how to mend it
     */
    public InvalidInput(String sentence) {
        this(sentence, null);
    }

    /** Creates the exception with its cause, such as a failed read or an exception of a parser. */
    public InvalidInput(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
