package dev.versus.simulations;

import static dev.versus.workload.Sequential.sequential;

import java.time.Duration;

/**
 * A loop of {@code curl} against any target, one request after another, a connection each: {@code versus.requests} (100), {@code
 * versus.timeLimit} (5m) a round.
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
