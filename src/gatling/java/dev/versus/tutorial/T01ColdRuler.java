package dev.versus.tutorial;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import java.time.Duration;

/**
 * Measures the latency of a server that waits for 5 ms. Wrong: {@code -Dversus.warmUp=1ms}, which measures a JVM that is still starting
 * up. Right: without that setting, so that the load generator warms up through the path that is measured.
 *
 * <p>Look at the means of the first rounds, at how they fall, and at the diagnostics about them.
 */
public final class T01ColdRuler extends Versus {
    {
        var server = system("ruler").in(process()).target("waits-5-ms", "null-server");

        compare(server)
                .under(fixedRequests(1000).concurrency(20).get("/delay?ms=5"))
                .rounds(10)
                .gate("no request fails", noFailure(server))
                .claim("the mean is at most 6 ms", mean(server).isAtMost(Duration.ofMillis(6)));
    }
}
