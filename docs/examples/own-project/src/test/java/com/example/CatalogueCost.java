package com.example;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;

/** Measures what it saves to render the catalogue once instead of for each request. */
public final class CatalogueCost extends Versus {
    {
        var system = system("compose.yaml");
        var rendered = system.in(process()).target("rendered", "catalogue");
        var kept = system.with("KEEP", "true").in(process()).target("kept", "catalogue");

        compare(rendered, kept)
                .under(fixedRequests(500).concurrency(20).get("/catalogue"))
                .gate("no request fails", noFailure(kept))
                .gate("keeping the list saves half of the CPU", cpuPerRequest(kept).relativeTo(rendered).isAtMost(0.5));
    }
}
