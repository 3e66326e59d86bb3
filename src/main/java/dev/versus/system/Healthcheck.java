package dev.versus.system;

import java.time.Duration;
import java.util.List;

/**
 * How a service tells that it is healthy. Defaults are Compose's: an interval and a timeout of 30 s, 3 retries, no start period.
 *
 * @param test the command, whose first word is {@code CMD} or {@code CMD-SHELL}
 */
public record Healthcheck(
        List<String> test,
        Duration interval,
        Duration timeout,
        int retries,
        Duration startPeriod,
        Duration startInterval) {

    public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(30);
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    public static final int DEFAULT_RETRIES = 3;
    public static final Duration DEFAULT_START_INTERVAL = Duration.ofSeconds(5);

    public Healthcheck {
        test = List.copyOf(test);
    }

    /** The longest that a service may take to become healthy: the start period, and every retry at its slowest. */
    public Duration patience() {
        return startPeriod.plus(interval.plus(timeout).multipliedBy(retries));
    }
}
