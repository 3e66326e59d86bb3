package dev.versus.workload;

import dev.versus.PublicApi;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A closed workload of one user: one request after another, each on a connection of its own, as a shell's loop around {@code curl}. Its
 * latency holds no queueing, and its throughput is just 1/latency.
 *
 * @param number the number of requests in a round, 1 to 100,000,000
 * @param timeLimit the longest round, 1 ms to 24 h; requests that are left then count as failed
 * @param client how the virtual user speaks HTTP, which is not HTTP/2; without cookies by default
 */
@PublicApi
public record Sequential(long number, Request request, Duration timeLimit, Client client)
        implements OneRequest<Sequential> {

    public Sequential {
        WorkloadLimits.requireRequests(number);
        WorkloadLimits.requireTime("a round's time limit", timeLimit);
        client = Objects.requireNonNullElse(client, Client.withoutJar()); // records of earlier versions have none
        client.requireConnections(false);
    }

    /** Makes a workload of {@code number} requests of {@code GET /}, for at most 5 minutes a round. */
    public static Sequential sequential(long number) {
        return new Sequential(number, Request.get("/"), FixedRequests.DEFAULT_TIME_LIMIT, Client.withoutJar());
    }

    @Override
    public Sequential sending(Request what) {
        return new Sequential(number, what, timeLimit, client);
    }

    @Override
    public Sequential by(Client other) {
        return new Sequential(number, request, timeLimit, other);
    }

    /** Returns a copy whose rounds last this long at most, 1 ms to 24 h; requests that are left then count as failed. */
    public Sequential within(Duration limit) {
        return new Sequential(number, request, limit, client);
    }

    @Override
    public int virtualUsers() {
        return 1;
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
    public String describe(String what) {
        return "%d × %s, one after another, a connection each".formatted(number, what)
                + client.unlike(Client.withoutJar());
    }
}
