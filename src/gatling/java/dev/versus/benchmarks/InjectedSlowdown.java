package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import dev.versus.workload.FixedRequests;

/** A service of 5 ms against the same with {@code versus.extra} percent more: does the gate find what was put there? */
public final class InjectedSlowdown extends Versus {
    {
        int extra = settings.number("extra", 10, 0, 1000);
        FixedRequests requests = fixedRequests(2000).concurrency(50).keepAlive(true);
        var ruler = system("ruler").in(process());
        var usual = ruler.target("usual", "null-server");
        var slower = ruler.target("slower", "null-server");

        compare(usual, slower)
                .under(requests.get("/delay?ms=5"), usual)
                .under(requests.get("/delay?ms=5&extra=" + extra), slower)
                .gate("it is no slower", throughput(slower).relativeTo(usual).isAtLeast(0.95));
    }
}
