package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.run.ComparisonDraft;
import dev.versus.run.EntryPoint;
import dev.versus.run.Placement;
import dev.versus.gatling.Versus;
import dev.versus.workload.FixedRequests;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that Gatling and {@code ab}, in turns on the same service, measure the same throughput and mean latency: for 20,000 and for
 * 1,000 requests at concurrency 50. Settings: {@code versus.server} is {@code delay} (a service time of 5 ms, the default) or {@code
 * shop}; {@code versus.keepAlive} (true); {@code versus.quick} runs 5,000 requests in place of 20,000, in six rounds instead of ten.
 */
public final class AbAgreement extends Versus {

    private final boolean keepAlive = settings.get(BenchmarkSettings.KEEP_ALIVE);
    private final boolean quick = settings.get(BenchmarkSettings.QUICK);

    {
        boolean shop = settings.get(BenchmarkSettings.SERVER).equals("shop");
        Placement server = shop
                ? system("shop").variant("jvm").in(process())
                : system("ruler").in(process());
        String service = shop ? "api-gateway" : "null-server";
        String path = shop ? "/api/products" : "/delay?ms=5";
        List<EntryPoint> targets = new ArrayList<>();
        for (int requests : sizes()) {
            targets.add(server.target("gatling-" + requests, service));
            targets.add(server.target("ab-" + requests, service).loadedBy(new ApacheBench()));
        }
        ComparisonDraft comparison = compare(targets.toArray(EntryPoint[]::new)).rounds(quick ? 6 : 10);
        for (int i = 0; i < targets.size(); i += 2) {
            compareWithAb(comparison, targets.get(i), targets.get(i + 1), path);
        }
    }

    private int[] sizes() {
        return quick ? new int[] {5_000, 1_000} : new int[] {20_000, 1_000};
    }

    private void compareWithAb(ComparisonDraft comparison, EntryPoint gatling, EntryPoint ab, String path) {
        int requests = Integer.parseInt(ab.name().substring("ab-".length()));
        double margin = requests == 1_000 ? 0.25 : 0.15;
        FixedRequests workload =
                fixedRequests(requests).concurrency(50).get(path).keepAlive(keepAlive);
        comparison
                .under(workload, gatling)
                .under(workload, ab)
                .claim(
                        "throughput agrees for " + requests,
                        throughput(gatling).relativeTo(ab).isEquivalent(margin))
                .claim(
                        "mean agrees for " + requests,
                        mean(gatling).relativeTo(ab).isEquivalent(margin));
    }
}
