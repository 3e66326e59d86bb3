package dev.versus.system;

import java.time.Duration;
import java.util.List;

/**
 * The health check of a service. Defaults are those of Compose: an interval and a timeout of 30 s, 3 retries, no start period.
 *
 * @param test the command; its first word is {@code CMD} or {@code CMD-SHELL}
 * @param interval the time between two checks
 * @param timeout the time after which a check counts as failed
 * @param retries the number of failed checks in a row that make the service unhealthy
 * @param startPeriod the time after the start in which failed checks do not count
 * @param startInterval the time between two checks in the start period
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

    /** Returns the longest time until the service is healthy or unhealthy: the start period, and every retry with a full timeout. */
    public Duration patience() {
        return startPeriod.plus(interval.plus(timeout).multipliedBy(retries));
    }
}
