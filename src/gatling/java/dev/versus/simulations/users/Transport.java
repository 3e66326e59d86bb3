package dev.versus.simulations.users;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static dev.versus.workload.Stress.stress;
import static dev.versus.workload.Users.users;

import dev.versus.run.EntryPoint;
import dev.versus.run.Placement;
import dev.versus.workload.Request;
import dev.versus.workload.Task;
import java.time.Duration;

/**
 * A deployment of the system users, with one kind of shared memory.
 *
 * @param name the kind of shared memory, and the first part of its targets' names
 */
public record Transport(String name, Placement deployment) {

    /** The concurrency of closed loops that do not name one: enough to keep both services busy. */
    public static final int USUAL = 16;

    private static final int REPORTED_USERS = 50;
    private static final double REPORTED_SPAWN_RATE = 10;
    private static final Duration LONGEST_P99 = Duration.ofMillis(250);
    private static final double MOST_ERRORS = 0.01;

    /** Returns a target under the load of the published report: users who think, and ask for either path equally often. */
    public EntryPoint asReported(Duration round) {
        return target("as-reported")
                .under(users(REPORTED_USERS)
                        .spawnRate(REPORTED_SPAWN_RATE)
                        .thinking(Duration.ofSeconds(1), Duration.ofSeconds(3))
                        .during(round)
                        .doing(task(Way.REST), task(Way.SHARED_MEMORY)));
    }

    private static Task task(Way way) {
        return new Task(1, Request.get(way.path()));
    }

    /** Returns a target under a closed loop at the usual concurrency. */
    public EntryPoint loop(Way way, Payload payload) {
        return loop(way, payload, USUAL);
    }

    /** Returns a target under a closed loop. */
    public EntryPoint loop(Way way, Payload payload, int concurrency) {
        String connections = concurrency == USUAL ? "" : "-" + concurrency + "-at-once";
        return target(way.label() + payload.label().map(label -> "-" + label).orElse("") + connections)
                .under(fixedRequests(payload.requests(concurrency))
                        .concurrency(concurrency)
                        .get(payload.path(way)));
    }

    /** Returns a target under a staircase, which ends when the 99th percentile exceeds 250 ms, or failures 1 %. */
    public EntryPoint staircase(Way way, boolean quick) {
        return target(way.label() + "-staircase")
                .under(stress().concurrency(quick ? 4 : 1, quick ? 64 : 128)
                        .risingBy(quick ? 4 : 2)
                        .stepsOf(Duration.ofMillis(quick ? 250 : 500))
                        .until(LONGEST_P99, MOST_ERRORS)
                        .get(Payload.REPORTED.path(way)));
    }

    private EntryPoint target(String of) {
        return deployment.target(name + "-" + of, "users-api");
    }
}
