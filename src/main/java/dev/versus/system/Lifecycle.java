package dev.versus.system;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a service is stopped and kept running; {@code stopSignal} is null where the image decides. */
public record Lifecycle(
        Duration stopGracePeriod,
        @Nullable String stopSignal,
        boolean init,
        @Nullable String restart) {

    public static final Duration DEFAULT_GRACE_PERIOD = Duration.ofSeconds(10);
}
