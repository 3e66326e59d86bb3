package dev.versus.environment.image;

import dev.versus.VersusException;
import java.net.URI;

/** Failure of a Docker engine to answer. */
public final class EngineUnavailable extends VersusException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    EngineUnavailable(URI address, Throwable cause) {
        super(
                "The Docker engine at " + address + " does not answer (" + reason(cause)
                        + "); start it with './versus provision docker', or name another by DOCKER_HOST.",
                cause);
        this.reason = reason(cause);
    }

    /** Returns the reason in a few words. */
    String reason() {
        return reason;
    }

    private static String reason(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }
}
