package dev.versus.simulations;

import static dev.versus.workload.ConstantRate.constantRate;

import dev.versus.workload.Rate;
import java.time.Duration;

/**
 * Loads any target at a constant rate (an open workload); latency counts from each request's time in the timetable. Settings:
 * {@code versus.rate} (100/s), {@code versus.duration} (10s) a round, {@code versus.mostInFlight} (256), and those of {@link Load}.
 */
public final class LoadConstantRate extends Load {
    {
        var target = target();
        compare(target)
                .under(constantRate(Rate.perSecond(settings.real("rate", 100, 0.1, 1_000_000)))
                        .during(duration("duration", Duration.ofSeconds(10)))
                        .mostInFlight(settings.number("mostInFlight", 256, 1, 20_000))
                        .sending(request()))
                .gate("no request fails", noFailure(target));
    }
}
