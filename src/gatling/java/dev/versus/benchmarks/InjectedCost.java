package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import dev.versus.run.EntryPoint;

/**
 * Checks that a claim tells a known cost: a service that takes 1 ms of CPU time for an answer against another one that takes {@code
 * versus.extra} per cent more (5). Each is a deployment of its own and none runs in real time, so both can be loaded at once.
 */
public final class InjectedCost extends Versus {
    {
        int extraPercent = settings.get(BenchmarkSettings.EXTRA);
        EntryPoint usual = target("usual", 0);
        EntryPoint dearer = target("dearer", extraPercent);

        compare(usual, dearer)
                .claim(
                        extraPercent + " % more is no dearer",
                        cpuPerRequest(dearer).relativeTo(usual).isAtMost(1));
    }

    private static EntryPoint target(String name, int extraPercent) {
        return system("ruler")
                .with("PRIORITY_CAPABILITY", "NET_BIND_SERVICE")
                .in(process())
                .target(name, "null-server")
                .under(fixedRequests(250).concurrency(50).get("/burn?ms=1&extra=" + extraPercent));
    }
}
