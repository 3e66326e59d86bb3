package dev.versus.simulations;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import java.net.URI;

public final class Fixed extends Versus {
    {
        var t = target("nginx", URI.create(settings.text("url", "http://127.0.0.1:8099")));
        var u = target("nginx-too", URI.create(settings.text("url", "http://127.0.0.1:8099")));
        compare(t, u)
                .under(fixedRequests(settings.number("requests", 1000, 1, 1000000))
                        .concurrency(50)
                        .get("/"))
                .gate("none fails", noFailure(t))
                .gate("p99", p99(t).isAtMost(java.time.Duration.ofMillis(100)))
                .gate("same", throughput(u).relativeTo(t).isAtLeast(0.9));
    }
}
