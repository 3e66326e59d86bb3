package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import dev.versus.run.SystemUnderTest;

/**
 * Guards the shop against a second shop that is dearer or slower by more than 3 %. The product service of the second shop computes {@code
 * versus.extraWork} more steps for each list of products; with 0, the default, the two shops are equal.
 */
public final class Decide extends Versus {

    private static final double DEARER = 1.03;
    private static final double KEPT = 0.97;

    {
        SystemUnderTest shop = system("shop").variant("jvm");
        int extraWork = settings.get(BenchmarkSettings.EXTRA_WORK);
        SystemUnderTest changed = extraWork == 0 ? shop : shop.with("SHOP_EXTRA_WORK", String.valueOf(extraWork));
        var before = shop.in(process()).target("before", "api-gateway");
        var after = changed.in(process()).target("after", "api-gateway");

        compare(before, after)
                .under(fixedRequests(1000).concurrency(50).get("/api/products"))
                .gate(
                        "a request is dearer by 3 % at most",
                        cpuPerRequest(after).relativeTo(before).isAtMost(DEARER))
                .gate(
                        "97 % of the throughput are kept",
                        throughput(after).relativeTo(before).isAtLeast(KEPT));
    }
}
