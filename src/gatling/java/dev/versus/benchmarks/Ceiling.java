package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.run.EntryPoint;
import dev.versus.gatling.Versus;
import dev.versus.workload.FixedRequests;
import java.net.URI;

/**
 * Measures the ceiling of the load generator: Gatling, {@code ab -k} and {@code wrk} in turns on a server that answers at once, at {@code
 * versus.url} (http://127.0.0.1:8080); {@code versus.quick} sends 20,000 requests a round instead of 100,000.
 */
public final class Ceiling extends Versus {
    {
        URI server = settings.get(BenchmarkSettings.URL);
        boolean quick = settings.get(BenchmarkSettings.QUICK);
        EntryPoint gatling = target("gatling", server);
        EntryPoint ab = target("ab", server).loadedBy(new ApacheBench());
        EntryPoint wrk = target("wrk", server).loadedBy(new Wrk());
        FixedRequests workload = fixedRequests(quick ? 20_000 : 100_000).concurrency(50);
        compare(gatling, ab, wrk)
                .under(workload)
                .rounds(6)
                .claim("asks as fast as ab", throughput(gatling).relativeTo(ab).isAtLeast(0.9))
                .claim(
                        "asks as fast as wrk",
                        throughput(gatling).relativeTo(wrk).isAtLeast(0.9));
    }
}
