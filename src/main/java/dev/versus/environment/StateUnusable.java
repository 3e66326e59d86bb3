package dev.versus.environment;

import dev.versus.VersusException;
import java.io.IOException;
import java.nio.file.Path;

/** Failure to write the state of a run, because of a full disk or a folder without the right to write, for example. */
public final class StateUnusable extends VersusException {

    private static final long serialVersionUID = 1L;

    public StateUnusable(Path path, IOException cause) {
        super(
                "The state of the run cannot be kept at " + path + " (" + reason(cause)
                        + "); make room or name another folder by -Dversus.state=<folder>.",
                cause);
    }

    private static String reason(IOException cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName() + ": " + message;
    }
}
