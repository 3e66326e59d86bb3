package dev.versus.simulations;

import static dev.versus.workload.Sequential.sequential;

import java.time.Duration;

/**
 * Loads any target with one request after another, each on a connection of its own, as a loop of {@code curl}. Settings: {@code
 * versus.requests} (100), {@code versus.timeLimit} (5m) a round, and those of {@link Load}.
 */
public final class LoadSequential extends Load {
    {
        var target = target();
        compare(target)
                .under(sequential(settings.number("requests", 100, 1, 10_000_000))
                        .within(duration("timeLimit", Duration.ofMinutes(5)))
                        .sending(request()))
                .gate("no request fails", noFailure(target));
    }
}
