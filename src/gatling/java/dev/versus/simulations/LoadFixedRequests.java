package dev.versus.simulations;

import static dev.versus.workload.FixedRequests.fixedRequests;

import java.time.Duration;

/**
 * Loads any target with a fixed number of requests, as {@code ab -n <requests> -c <concurrency> [-k]}. Settings: {@code versus.requests}
 * (1000), {@code versus.concurrency} (50), {@code versus.keepAlive} (true), {@code versus.timeLimit} (5m) a round, and those of {@link
 * Load}.
 */
public final class LoadFixedRequests extends Load {
    {
        var target = target();
        compare(target)
                .under(fixedRequests(settings.number("requests", 1_000, 1, 10_000_000))
                        .concurrency(settings.number("concurrency", 50, 1, 20_000))
                        .keepAlive(settings.as("keepAlive", Load::yesOrNo, true))
                        .within(duration("timeLimit", Duration.ofMinutes(5)))
                        .sending(request()))
                .gate("no request fails", noFailure(target));
    }
}
