package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.run.ComparisonDraft;
import dev.versus.run.EntryPoint;
import dev.versus.gatling.Versus;
import java.util.ArrayList;
import java.util.List;

/** Compares the shop with itself, in {@value #PAIRS} pairs in one run: a gate that breaks here is a false alarm. */
public final class FalseAlarms extends Versus {

    private static final int PAIRS = 4;

    {
        var shop = system("shop").variant("jvm").in(process());
        List<EntryPoint> targets = new ArrayList<>();
        for (int pair = 1; pair <= PAIRS; pair++) {
            targets.add(shop.target("one-" + pair, "api-gateway"));
            targets.add(shop.target("other-" + pair, "api-gateway"));
        }

        ComparisonDraft comparison = compare(targets.toArray(EntryPoint[]::new))
                .under(fixedRequests(3000).concurrency(50).get("/api/products"));
        for (int i = 0; i < targets.size(); i += 2) {
            var one = targets.get(i);
            var other = targets.get(i + 1);
            comparison.gate(
                    other.name() + " keeps up with " + one.name(),
                    throughput(other).relativeTo(one).isAtLeast(0.95));
        }
    }
}
