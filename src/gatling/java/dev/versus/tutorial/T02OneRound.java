package dev.versus.tutorial;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;

/**
 * Compares a server with itself, under two names. Wrong: {@code -Dversus.rounds=1}, and reading the two figures as a result. Right: ten
 * rounds, and the confidence interval of the ratio.
 *
 * <p>Look at how far apart the two names are within a round, and at how much one name changes from round to round.
 */
public final class T02OneRound extends Versus {
    {
        var server = system("ruler").in(process());
        var one = server.target("one", "null-server");
        var same = server.target("same", "null-server");

        compare(one, same)
                .under(fixedRequests(1000).concurrency(10).get("/delay?us=500"))
                .rounds(10)
                .claim(
                        "a server is as fast as itself",
                        throughput(same).relativeTo(one).isEquivalent(0.1));
    }
}
