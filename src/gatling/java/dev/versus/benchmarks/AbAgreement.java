package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import dev.versus.run.EntryPoint;
import dev.versus.run.Placement;

/**
 * Checks that Gatling and {@code ab}, in turns on the same service, measure the same throughput and mean latency: for 20,000 and for
 * 1,000 requests at concurrency 50. Settings: {@code versus.server} is {@code delay} (a service time of 5 ms, the default) or {@code
 * shop}; {@code versus.keepAlive} (true); {@code versus.quick} runs 5,000 requests in place of 20,000, in six rounds instead of ten.
 */
public final class AbAgreement extends Versus {

    private final boolean shop = settings.get(BenchmarkSettings.SERVER).equals("shop");
    private final boolean keepAlive = settings.get(BenchmarkSettings.KEEP_ALIVE);
    private final Placement server =
            shop ? system("shop").variant("jvm").in(process()) : system("ruler").in(process());

    {
        boolean quick = settings.get(BenchmarkSettings.QUICK);
        int many = quick ? 5_000 : 20_000;
        int few = 1_000;
        var gatlingMany = target("gatling-", many);
        var abMany = target("ab-", many).loadedBy(new ApacheBench());
        var gatlingFew = target("gatling-", few);
        var abFew = target("ab-", few).loadedBy(new ApacheBench());
        compare(gatlingMany, abMany, gatlingFew, abFew)
                .rounds(quick ? 6 : 10)
                .claim(
                        "throughput agrees for " + many,
                        throughput(gatlingMany).relativeTo(abMany).isEquivalent(0.15))
                .claim(
                        "mean agrees for " + many,
                        mean(gatlingMany).relativeTo(abMany).isEquivalent(0.15))
                .claim(
                        "throughput agrees for " + few,
                        throughput(gatlingFew).relativeTo(abFew).isEquivalent(0.25))
                .claim(
                        "mean agrees for " + few,
                        mean(gatlingFew).relativeTo(abFew).isEquivalent(0.25));
    }

    private EntryPoint target(String generator, int requests) {
        return server.target(generator + requests, shop ? "api-gateway" : "null-server")
                .under(fixedRequests(requests)
                        .concurrency(50)
                        .keepAlive(keepAlive)
                        .get(shop ? "/api/products" : "/delay?ms=5"));
    }
}
