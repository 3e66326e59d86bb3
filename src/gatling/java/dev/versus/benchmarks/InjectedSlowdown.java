package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import dev.versus.run.EntryPoint;
import dev.versus.run.Placement;

/** Checks that claims tell a known slowdown: a service that waits 5 ms against the same service that waits 2 % and 5 % longer. */
public final class InjectedSlowdown extends Versus {

    private final Placement ruler = system("ruler").in(process());

    {
        EntryPoint usual = target("usual", 0);
        EntryPoint slower2 = target("slower-by-2", 2);
        EntryPoint slower5 = target("slower-by-5", 5);

        compare(usual, slower2, slower5)
                .claim("2 % more is no slower", p50(slower2).relativeTo(usual).isAtMost(1))
                .claim("5 % more is no slower", p50(slower5).relativeTo(usual).isAtMost(1));
    }

    private EntryPoint target(String name, int extraPercent) {
        return ruler.target(name, "null-server")
                .under(fixedRequests(2000).concurrency(50).get("/delay?ms=5&extra=" + extraPercent));
    }
}
