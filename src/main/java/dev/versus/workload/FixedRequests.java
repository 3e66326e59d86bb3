package dev.versus.workload;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exactly n requests, shared by c connections, each sending again when its response is in: {@code ab -n n -c c [-k]}.
 *
 * @param number how many requests a round sends
 * @param concurrency how many virtual users share them, each with a connection of its own
 * @param request what is sent
 * @param keepAlive with {@code -k} or without
 * @param timeLimit when a round ends though requests are left; those count as failed
 * @param warming what stands for it while warming up, or null for itself
 */
public record FixedRequests(
        long number,
        int concurrency,
        Request request,
        boolean keepAlive,
        Duration timeLimit,
        @Nullable FixedRequests warming)
        implements Workload {

    static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(5);

    public FixedRequests {
        Limits.requireRequests(number);
        Limits.requireVirtualUsers("concurrency", concurrency);
        Limits.require(
                concurrency <= number,
                "concurrency is at most the number of requests (" + number + "), not",
                concurrency);
        Limits.requireTime("a round's time limit", timeLimit);
    }

    /** {@code number} requests of {@code GET /} by one connection, kept alive, for at most 5 minutes. */
    public static FixedRequests fixedRequests(long number) {
        return new FixedRequests(number, 1, Request.get("/"), true, DEFAULT_TIME_LIMIT, null);
    }

    public FixedRequests concurrency(int connections) {
        return new FixedRequests(number, connections, request, keepAlive, timeLimit, warming);
    }

    public FixedRequests get(String path) {
        return sending(Request.get(path));
    }

    public FixedRequests sending(Request what) {
        return new FixedRequests(number, concurrency, what, keepAlive, timeLimit, warming);
    }

    /** The same, warmed up by another one along the same path: for requests that themselves take many seconds. */
    public FixedRequests warmedUpBy(FixedRequests brief) {
        return new FixedRequests(number, concurrency, request, keepAlive, timeLimit, brief);
    }

    /** Every request opens a connection of its own, as {@code ab} without {@code -k}. */
    public FixedRequests withoutKeepAlive() {
        return keepAlive(false);
    }

    public FixedRequests keepAlive(boolean kept) {
        return new FixedRequests(number, concurrency, request, kept, timeLimit, warming);
    }

    public FixedRequests within(Duration limit) {
        return new FixedRequests(number, concurrency, request, keepAlive, limit, warming);
    }

    @Override
    public int virtualUsers() {
        return concurrency;
    }

    @Override
    public List<Task> tasks() {
        return List.of(new Task(1, request));
    }

    @Override
    public Optional<Long> requests() {
        return Optional.of(number);
    }

    @Override
    public Workload whileWarming() {
        return warming == null ? this : warming;
    }

    @Override
    public boolean expectsEqualLengths() {
        return true;
    }

    @Override
    public Optional<Step> nextStep(List<StepOutcome> earlier) {
        return Workload.single(earlier, concurrency, (start, seed) -> new SharedBudget(number, start, timeLimit));
    }

    @Override
    public String describe() {
        return "%d × %s at concurrency %d, %s"
                .formatted(number, request, concurrency, keepAlive ? "keep-alive" : "a connection each");
    }
}
