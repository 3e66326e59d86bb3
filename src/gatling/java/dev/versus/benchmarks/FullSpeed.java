package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import java.time.Duration;

/**
 * Versus at full speed: one round of 50 connections that ask {@code versus.url} for as good as ever, until somebody ends the JVM.
 */
public final class FullSpeed extends Versus {
    {
        var server = target("full-speed", settings.get(BenchmarkSettings.URL));
        compare(server)
                .under(fixedRequests(100_000_000).concurrency(50).within(Duration.ofMinutes(10)))
                .rounds(1);
    }
}
