package dev.versus.simulations;

import static dev.versus.SettingType.whole;
import static dev.versus.workload.Sequential.sequential;

import dev.versus.Setting;
import java.time.Duration;

/** Loads any target with one request after another, each on a connection of its own, as a loop of {@code curl}. */
public final class LoadSequential extends Load {

    private static final String OF = "`LoadSequential`";

    private static final Setting<Integer> REQUESTS =
            new Setting<>("requests", OF, "100", "requests a round", whole(1, 10_000_000));

    private static final Setting<Duration> TIME_LIMIT =
            new Setting<>("timeLimit", OF, "5m", "when a round ends though requests are left; those fail", DURATION);

    {
        gated(sending(spoken(sequential(settings.get(REQUESTS)).within(settings.get(TIME_LIMIT)))));
    }
}
