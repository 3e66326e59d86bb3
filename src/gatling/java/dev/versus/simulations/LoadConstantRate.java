package dev.versus.simulations;

import static dev.versus.workload.ConstantRate.constantRate;

import dev.versus.workload.Rate;
import java.time.Duration;

/**
 * An open workload against any target, latency counted from each request's place in the timetable: {@code versus.rate} (100/s),
 * {@code versus.duration} (10s) a round, {@code versus.mostInFlight} (256).
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
