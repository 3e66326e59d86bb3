package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import dev.versus.run.EntryPoint;
import dev.versus.run.Placement;
import dev.versus.workload.FixedRequests;

/** Checks that gates find a known slowdown: a service time of 5 ms against the same service made 10 % and 20 % slower. */
public final class InjectedSlowdown extends Versus {

    private final FixedRequests requests = fixedRequests(2000).concurrency(50).keepAlive(true);
    private final Placement ruler = system("ruler").in(process());

    {
        EntryPoint usual = target("usual", "/delay?ms=5");
        EntryPoint slower10 = target("slower-by-10", "/delay?ms=5&extra=10");
        EntryPoint slower20 = target("slower-by-20", "/delay?ms=5&extra=20");

        compare(usual, slower10, slower20)
                .gate(
                        "10 % more is no slower",
                        throughput(slower10).relativeTo(usual).isAtLeast(0.95))
                .gate(
                        "20 % more is no slower",
                        throughput(slower20).relativeTo(usual).isAtLeast(0.95));
    }

    private EntryPoint target(String name, String path) {
        return ruler.target(name, "null-server").under(requests.get(path));
    }
}
