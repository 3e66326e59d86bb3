package dev.versus.simulations;

import static dev.versus.SettingType.trueOrFalse;
import static dev.versus.SettingType.whole;
import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.Setting;
import java.time.Duration;

/** Loads any target with a fixed number of requests, as {@code ab -n <requests> -c <concurrency> [-k]}. */
public final class LoadFixedRequests extends Load {

    private static final String OF = "`LoadFixedRequests`";

    private static final Setting<Integer> REQUESTS =
            new Setting<>("requests", OF, "1000", "requests a round", whole(1, 10_000_000));

    private static final Setting<Integer> CONCURRENCY =
            new Setting<>("concurrency", OF, "50", "connections at once", whole(1, 20_000));

    private static final Setting<Boolean> KEEP_ALIVE = new Setting<>(
            "keepAlive", OF, "true", "whether connections are kept from one request to the next", trueOrFalse());

    private static final Setting<Boolean> ANY_LENGTH = new Setting<>(
            "anyLength",
            OF,
            "false",
            "whether bodies may differ in length; if not, another length than the first of the same run counts as a failure",
            trueOrFalse());

    private static final Setting<Duration> TIME_LIMIT =
            new Setting<>("timeLimit", OF, "5m", "when a round ends though requests are left; those fail", DURATION);

    {
        gated(sending(spoken(fixedRequests(settings.get(REQUESTS))
                .concurrency(settings.get(CONCURRENCY))
                .keepAlive(settings.get(KEEP_ALIVE))
                .anyLength(settings.get(ANY_LENGTH))
                .within(settings.get(TIME_LIMIT)))));
    }
}
