package dev.versus.simulations;

import static dev.versus.SettingType.real;
import static dev.versus.SettingType.whole;
import static dev.versus.workload.ConstantRate.constantRate;

import dev.versus.Setting;
import dev.versus.workload.Rate;
import java.time.Duration;

/** Loads any target at a constant rate (an open workload); latency counts from each request's time in the timetable. */
public final class LoadConstantRate extends Load {

    private static final String OF = "`LoadConstantRate`";

    private static final Setting<Double> RATE =
            new Setting<>("rate", OF, "100", "requests a second", real(0.1, 1_000_000));

    private static final Setting<Duration> DURING =
            new Setting<>("duration", OF, "10s", "how long a round lasts", DURATION);

    private static final Setting<Integer> MOST_IN_FLIGHT =
            new Setting<>("mostInFlight", OF, "256", "how many requests may be under way at once", whole(1, 20_000));

    {
        gated(sending(spoken(constantRate(Rate.perSecond(settings.get(RATE)))
                .during(settings.get(DURING))
                .mostInFlight(settings.get(MOST_IN_FLIGHT)))));
    }
}
