package dev.versus.workload;

import dev.versus.Durations;
import java.time.Duration;

/** The bounds of every workload, so that no run is endless. */
final class WorkloadLimits {

    static final int MOST_VIRTUAL_USERS = 20_000;
    static final long MOST_REQUESTS = 100_000_000;
    static final Duration LONGEST = Duration.ofHours(24);

    private WorkloadLimits() {}

    static void require(boolean holds, String rule, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " " + found);
        }
    }

    static void requireVirtualUsers(String name, int number) {
        require(
                number >= 1 && number <= MOST_VIRTUAL_USERS,
                name + " lies between 1 and " + MOST_VIRTUAL_USERS + ", not",
                number);
    }

    static void requireRequests(long number) {
        require(
                number >= 1 && number <= MOST_REQUESTS,
                "the number of requests lies between 1 and " + MOST_REQUESTS + ", not",
                number);
    }

    static void requireTime(String name, Duration time) {
        require(
                time.compareTo(Duration.ofMillis(1)) >= 0 && time.compareTo(LONGEST) <= 0,
                name + " lies between 1 ms and 24 h, not",
                Durations.text(time));
    }
}
