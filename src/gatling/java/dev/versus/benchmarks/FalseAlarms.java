package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;

/** Compares the shop with itself: a gate that breaks here is a false alarm. */
public final class FalseAlarms extends Versus {
    {
        var shop = system("shop").variant("jvm").in(process());
        var one = shop.target("one", "api-gateway");
        var other = shop.target("other", "api-gateway");

        compare(one, other)
                .under(fixedRequests(1000).concurrency(50).get("/api/products"))
                .gate(
                        "the other keeps up with the one",
                        throughput(other).relativeTo(one).isAtLeast(0.95));
    }
}
