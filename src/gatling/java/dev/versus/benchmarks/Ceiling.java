package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.EntryPoint;
import dev.versus.gatling.Versus;
import dev.versus.workload.FixedRequests;
import java.net.URI;

/**
 * How fast can this generator ask at all? Gatling, {@code ab -k} and {@code wrk} in turns on a server that answers at once, at
 * {@code versus.url}.
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
