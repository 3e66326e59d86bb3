package dev.versus.system;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The stop and restart settings of a service.
 *
 * @param stopGracePeriod the time between the stop signal and the kill
 * @param stopSignal the stop signal, or null for the image's own
 * @param init true if an init process is put before the program
 * @param restart the restart policy, or null
 */
public record Lifecycle(
        Duration stopGracePeriod,
        @Nullable String stopSignal,
        boolean init,
        @Nullable String restart) {

    public static final Duration DEFAULT_GRACE_PERIOD = Duration.ofSeconds(10);

    /** Tells whether a service that ends is to be started again. */
    public boolean restarts() {
        return restart != null && !restart.equals("no");
    }
}
