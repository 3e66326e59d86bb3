package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import dev.versus.workload.FixedRequests;

/**
 * Shows whether the first counted round is like the rest: on a server that takes 5 ms ({@code versus.server=delay}, the default), or on
 * one that answers at once ({@code versus.server=at-once}), where nothing hides the load generator's own time.
 */
public final class WarmRuler extends Versus {
    {
        boolean atOnce = settings.get(BenchmarkSettings.SERVER).equals("at-once");
        FixedRequests requests =
                atOnce ? fixedRequests(20_000).get("/") : fixedRequests(5_000).get("/delay?ms=5");
        var server = system("ruler").in(process()).target("null-server", "null-server");

        compare(server)
                .under(requests.concurrency(50).keepAlive(true))
                .rounds(10)
                .claim("no request fails", noFailure(server));
    }
}
