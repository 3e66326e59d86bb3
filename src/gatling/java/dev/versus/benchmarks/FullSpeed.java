package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import java.time.Duration;

/**
 * Sends load with Versus at full speed: one round of 50 connections to {@code versus.url} (http://127.0.0.1:8080), for 10 minutes or until
 * the JVM is ended.
 */
public final class FullSpeed extends Versus {
    {
        var server = target("full-speed", settings.get(BenchmarkSettings.URL));
        compare(server)
                .under(fixedRequests(100_000_000).concurrency(50).within(Duration.ofMinutes(10)))
                .rounds(1);
    }
}
