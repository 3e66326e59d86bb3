package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import dev.versus.run.EntryPoint;
import dev.versus.run.Placement;
import dev.versus.workload.FixedRequests;

/**
 * Compares data that users-api gets by REST, over pooled connections, with data that it gets by shared memory, and with the same bytes from
 * its own memory: closed loops of 8 connections at 256,873 bytes and at 4 MiB. The data stays the same, so shared memory is written once,
 * and its requests share an exchange where they wait for one; those by REST do not. Own memory has no exchange at all, so its throughput is
 * the most that any way of exchange can reach. Then shared memory and own memory with one request after the other. {@code versus.quick}
 * plays eight rounds instead of thirty.
 */
public final class SharedMemoryThroughput extends Versus {

    private static final int REPORTED = 256_873;
    private static final int LARGE = 4 << 20;

    /** Thirty rounds of so many requests are the 100,000 of which none may fail. */
    private static final FixedRequests CROWD = fixedRequests(3_400).concurrency(8);

    private static final FixedRequests LARGE_CROWD = fixedRequests(100).concurrency(8);
    private static final FixedRequests ALONE = fixedRequests(500).concurrency(1);

    private final Placement users = system("users").in(process());

    {
        var rest = target("rest", "via-api?size=" + REPORTED, CROWD);
        var shared = target("shared-memory", "via-shm?size=" + REPORTED, CROWD);
        var own = target("own-memory", "from-memory?size=" + REPORTED, CROWD);
        var largeRest = target("rest-4m", "via-api?size=" + LARGE, LARGE_CROWD);
        var largeShared = target("shared-memory-4m", "via-shm?size=" + LARGE, LARGE_CROWD);
        var largeOwn = target("own-memory-4m", "from-memory?size=" + LARGE, LARGE_CROWD);
        var alone = target("alone-shared-memory", "via-shm?size=" + REPORTED, ALONE);
        var aloneOwn = target("alone-own-memory", "from-memory?size=" + REPORTED, ALONE);

        compare(rest, shared, own, largeRest, largeShared, largeOwn, alone, aloneOwn)
                .rounds(settings.get(BenchmarkSettings.QUICK) ? 8 : 30)
                .claim(
                        "shared memory has 1.5 times the throughput of REST at 256,873 bytes of data that stays",
                        throughput(shared).relativeTo(rest).isAtLeast(1.5))
                .claim(
                        "its p99 is at most 15 % worse at 256,873 bytes of data that stays",
                        p99(shared).relativeTo(rest).isAtMost(1.15))
                .claim(
                        "shared memory has 3 times the throughput of REST at 4 MiB of data that stays",
                        throughput(largeShared).relativeTo(largeRest).isAtLeast(3))
                .claim(
                        "no exchange at all would have 1.5 times the throughput of REST at 256,873 bytes",
                        throughput(own).relativeTo(rest).isAtLeast(1.5))
                .claim(
                        "no exchange at all would have 3 times the throughput of REST at 4 MiB",
                        throughput(largeOwn).relativeTo(largeRest).isAtLeast(3))
                .claim(
                        "shared memory adds at most 100 µs to the median of own memory, of data that stays",
                        p50(alone).minus(aloneOwn).isAtMost(0.1))
                .gateFailures();
    }

    private EntryPoint target(String name, String data, FixedRequests requests) {
        return users.target(name, "users-api").under(requests.get("/api/users-" + data));
    }
}
