package dev.versus.comparison;

import dev.versus.VersusException;
import java.time.Duration;

/** Virtual users have not come back although all their requests must have ended long ago, answered or timed out. */
public final class GeneratorStalled extends VersusException {

    private static final long serialVersionUID = 1L;

    public GeneratorStalled(long missing, String target, Duration waited) {
        super(
                "%d virtual users have not come back from %s, though nothing has ended for %d s: the generator is broken; look for an error of the load generator above, and run again."
                        .formatted(missing, target, waited.toSeconds()),
                null);
    }
}
