package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;

/** The shop against itself by the default protocol: a gate that breaks here is a false alarm. */
public final class FalseAlarms extends Versus {
    {
        var shop = system("shop").variant("jvm").in(process());
        var one = shop.target("one", "api-gateway");
        var other = shop.target("other", "api-gateway");

        compare(one, other)
                .under(fixedRequests(1000).concurrency(50).get("/api/products"))
                .gate(
                        "the shop keeps up with itself",
                        throughput(other).relativeTo(one).isAtLeast(0.95));
    }
}
