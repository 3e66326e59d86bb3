package dev.versus.workload;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One request after another, each on a connection of its own: a shell's loop around {@code curl}. Its latency holds no queueing,
 * and its throughput is nothing but 1/latency.
 *
 * @param number how many requests a round sends
 * @param request what is sent
 * @param timeLimit when a round ends though requests are left; those count as failed
 */
public record Sequential(long number, Request request, Duration timeLimit) implements Workload {

    public Sequential {
        Limits.requireRequests(number);
        Limits.requireTime("a round's time limit", timeLimit);
    }

    /** {@code number} requests of {@code GET /}, for at most 5 minutes. */
    public static Sequential sequential(long number) {
        return new Sequential(number, Request.get("/"), FixedRequests.DEFAULT_TIME_LIMIT);
    }

    public Sequential get(String path) {
        return sending(Request.get(path));
    }

    public Sequential sending(Request what) {
        return new Sequential(number, what, timeLimit);
    }

    public Sequential within(Duration limit) {
        return new Sequential(number, request, limit);
    }

    @Override
    public int virtualUsers() {
        return 1;
    }

    @Override
    public List<Task> tasks() {
        return List.of(new Task(1, request));
    }

    @Override
    public boolean keepAlive() {
        return false;
    }

    @Override
    public Optional<Long> requests() {
        return Optional.of(number);
    }

    @Override
    public Optional<Step> nextStep(List<StepOutcome> earlier) {
        return Workload.single(earlier, 1, (start, seed) -> new SharedBudget(number, start, timeLimit));
    }

    @Override
    public String describe() {
        return "%d × %s, one after another, a connection each".formatted(number, request);
    }
}
