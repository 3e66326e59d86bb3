package dev.versus.tutorial;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;

/**
 * Makes claims about a server with 5 ms of service time and one with 20 % more. Wrong: a bare number, or “no significant difference”.
 * Right: a claim that says how large a difference matters, answered by a confidence interval.
 *
 * <p>Look at one claim of each verdict, at the position of its interval, and at the reason why the last claim has none.
 */
public final class T05Claims extends Versus {
    {
        var server = system("ruler").in(process());
        var load = fixedRequests(1000).concurrency(20);
        var usual = server.target("usual", "null-server").under(load.get("/delay?ms=5"));
        var slowed = server.target("slowed", "null-server").under(load.get("/delay?ms=5&extra=20"));

        compare(usual, slowed)
                .rounds(10)
                .gate("no request fails", noFailure(slowed))
                .claim(
                        "it keeps two thirds of the throughput",
                        throughput(slowed).relativeTo(usual).isAtLeast(0.67))
                .claim(
                        "the two are equivalent",
                        throughput(slowed).relativeTo(usual).isEquivalent())
                .claim("its mean is 20 % longer", mean(slowed).relativeTo(usual).isAbout(1.2, 0.01))
                .claim("its p99 is 20 % longer", p99(slowed).relativeTo(usual).isAbout(1.2));
    }
}
