package dev.versus.workload;

import dev.versus.PublicApi;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A closed workload of exactly n requests, shared by c connections, each sending again when its response has arrived: {@code ab -n n -c c
 * [-k]}.
 *
 * @param number the number of requests in a round, 1 to 100,000,000
 * @param concurrency the number of virtual users that share them, each with a connection of its own, 1 to {@code number}
 * @param keepAlive whether connections are kept for further requests, as with {@code -k}
 * @param timeLimit the longest round, 1 ms to 24 h; requests that are left then count as failed
 * @param variableLength whether bodies may differ in length, as with {@code -l}; if not, one that differs from the round's first body
 *     counts as a failure
 * @param client how the virtual users speak HTTP; without cookies by default
 * @param warming the workload that takes its place during the warm-up, or null for itself
 */
@PublicApi
public record FixedRequests(
        long number,
        int concurrency,
        Request request,
        boolean keepAlive,
        Duration timeLimit,
        boolean variableLength,
        Client client,
        @Nullable FixedRequests warming)
        implements OneRequest<FixedRequests> {

    static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(5);

    public FixedRequests {
        WorkloadLimits.requireRequests(number);
        WorkloadLimits.requireVirtualUsers("concurrency", concurrency);
        WorkloadLimits.require(
                concurrency <= number,
                "concurrency is at most the number of requests (" + number + "), not",
                concurrency);
        WorkloadLimits.requireTime("a round's time limit", timeLimit);
        client = Objects.requireNonNullElse(client, Client.withoutJar()); // records of earlier versions have none
        client.requireConnections(keepAlive);
    }

    /** Makes a workload of {@code number} requests of {@code GET /} over one kept connection, for at most 5 minutes a round. */
    public static FixedRequests fixedRequests(long number) {
        return new FixedRequests(
                number, 1, Request.get("/"), true, DEFAULT_TIME_LIMIT, false, Client.withoutJar(), null);
    }

    /** Returns a copy whose requests are shared by this many connections: at most 20,000, and at most the number of requests. */
    public FixedRequests concurrency(int connections) {
        return new FixedRequests(number, connections, request, keepAlive, timeLimit, variableLength, client, warming);
    }

    @Override
    public FixedRequests sending(Request what) {
        return new FixedRequests(number, concurrency, what, keepAlive, timeLimit, variableLength, client, warming);
    }

    @Override
    public FixedRequests by(Client other) {
        return new FixedRequests(number, concurrency, request, keepAlive, timeLimit, variableLength, other, warming);
    }

    /** Returns a copy that is warmed up by another workload along the same path: for requests that take many seconds each. */
    public FixedRequests warmedUpBy(FixedRequests brief) {
        return new FixedRequests(number, concurrency, request, keepAlive, timeLimit, variableLength, client, brief);
    }

    /** Returns a copy in which every request opens a connection of its own, as {@code ab} does without {@code -k}. */
    public FixedRequests withoutKeepAlive() {
        return keepAlive(false);
    }

    /** Returns a copy that keeps its connections for further requests, or does not. */
    public FixedRequests keepAlive(boolean kept) {
        return new FixedRequests(number, concurrency, request, kept, timeLimit, variableLength, client, warming);
    }

    /** Returns a copy whose rounds last this long at most, 1 ms to 24 h; requests that are left then count as failed. */
    public FixedRequests within(Duration limit) {
        return new FixedRequests(number, concurrency, request, keepAlive, limit, variableLength, client, warming);
    }

    /** Returns a copy whose bodies may differ in length, as {@code ab -l} allows: for pages that hold a time, a counter or a token. */
    public FixedRequests anyLength() {
        return anyLength(true);
    }

    /** Returns a copy whose bodies may differ in length, or may not. */
    public FixedRequests anyLength(boolean accepted) {
        return new FixedRequests(number, concurrency, request, keepAlive, timeLimit, accepted, client, warming);
    }

    @Override
    public int virtualUsers() {
        return concurrency;
    }

    @Override
    public Optional<Long> requests() {
        return Optional.of(number);
    }

    @Override
    public Workload whileWarming() {
        return warming == null ? this : warming.by(client);
    }

    /** Warms up with the pacing of a round: another class would make the compiled code void when the first round begins. */
    @Override
    public Step warmUp(Duration time) {
        return new Step(concurrency, (start, seed) -> new SharedBudget(Long.MAX_VALUE, start, time));
    }

    /** Returns true, unless each request asks for something else. */
    @Override
    public boolean expectsEqualLengths() {
        return !variableLength && request.feed() == null;
    }

    @Override
    public Optional<Step> nextStep(List<StepOutcome> earlier) {
        return Workload.single(earlier, concurrency, (start, seed) -> new SharedBudget(number, start, timeLimit));
    }

    @Override
    public String describe(String what) {
        return "%d × %s at concurrency %d, %s"
                        .formatted(number, what, concurrency, keepAlive ? "keep-alive" : "a connection each")
                + client.unlike(Client.withoutJar());
    }
}
