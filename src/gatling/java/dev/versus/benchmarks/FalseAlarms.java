package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import dev.versus.run.EntryPoint;
import dev.versus.verdict.Claim;
import java.util.ArrayList;
import java.util.List;

/** Compares the shop with itself, in {@value #PAIRS} pairs in one run: a gate that breaks here is a false alarm. */
public final class FalseAlarms extends Versus {

    private static final int PAIRS = 4;

    {
        var shop = system("shop").variant("jvm").in(process());
        List<EntryPoint> targets = new ArrayList<>();
        List<Claim> gates = new ArrayList<>();
        for (int pair = 1; pair <= PAIRS; pair++) {
            var one = shop.target("one-" + pair, "api-gateway");
            var other = shop.target("other-" + pair, "api-gateway");
            targets.addAll(List.of(one, other));
            gates.add(gate(
                    other.name() + " keeps up with " + one.name(),
                    throughput(other).relativeTo(one).isAtLeast(0.95)));
        }

        compare(targets)
                .under(fixedRequests(3000).concurrency(50).get("/api/products"))
                .claims(gates.toArray(Claim[]::new));
    }
}
