package dev.versus.simulations;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import java.time.Duration;

/** Measures the cost of a gateway: the shop's product list, requested directly and through the gateway; needs nothing but a JDK. */
public final class Quickstart extends Versus {
    {
        var shop = system("shop").variant("jvm").in(process());
        var direct = shop.target("direct", "product-service");
        var gateway = shop.target("gateway", "api-gateway");

        compare(direct, gateway)
                .under(fixedRequests(1000).concurrency(50).get("/api/products"))
                .gate("no direct request fails", noFailure(direct))
                .gate("no request through the gateway fails", noFailure(gateway))
                .gate(
                        "the gateway answers 99 of 100 within 250 ms",
                        p99(gateway).isAtMost(Duration.ofMillis(250)))
                .gate(
                        "the gateway costs at most five times the CPU",
                        cpuPerRequest(gateway).relativeTo(direct).isAtMost(5));
    }
}
