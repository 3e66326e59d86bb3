package dev.versus.workload;

import dev.versus.Durations;
import dev.versus.PublicApi;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A staircase of concurrency: each step is a closed loop at one concurrency, and the next step is higher, until a step misses the
 * objective. The capacity is the highest throughput of a step that met the objective.
 *
 * @param from the concurrency of the first step, 1 to 20,000
 * @param to the highest concurrency, {@code from} to 20,000
 * @param factor the concurrency of each step divided by that of the step before, above 1 and up to 100
 * @param stepTime how long each step lasts, 1 ms to 24 h
 * @param objective the objective; the staircase ends at the first step that misses it
 * @param client how the virtual users speak HTTP; without cookies by default
 */
@PublicApi
public record Stress(
        int from, int to, double factor, Duration stepTime, Objective objective, Request request, Client client)
        implements OneRequest<Stress> {

    public Stress {
        WorkloadLimits.requireVirtualUsers("the first concurrency", from);
        WorkloadLimits.requireVirtualUsers("the last concurrency", to);
        WorkloadLimits.require(from <= to, "the last concurrency is at least the first one (" + from + "), not", to);
        WorkloadLimits.require(
                factor > 1 && factor <= 100, "a staircase's factor lies above 1 and up to 100, not", factor);
        WorkloadLimits.requireTime("a step's time", stepTime);
        client = Objects.requireNonNullElse(client, Client.withoutJar()); // records of earlier versions have none
    }

    /** Makes a staircase of {@code GET /} from concurrency 1 to 512, doubling every 3 s, until p99 > 500 ms or errors > 1 %. */
    public static Stress stress() {
        Objective objective = new Objective(Duration.ofMillis(500), 0.01);
        return new Stress(1, 512, 2, Duration.ofSeconds(3), objective, Request.get("/"), Client.withoutJar());
    }

    /** Returns a copy that rises from the first to the last concurrency, each 1 to 20,000. */
    public Stress concurrency(int first, int last) {
        return new Stress(first, last, factor, stepTime, objective, request, client);
    }

    /** Returns a copy in which each step has {@code times} the concurrency of the step before, above 1 and up to 100. */
    public Stress risingBy(double times) {
        return new Stress(from, to, times, stepTime, objective, request, client);
    }

    /** Returns a copy whose steps last this long, 1 ms to 24 h. */
    public Stress stepsOf(Duration time) {
        return new Stress(from, to, factor, time, objective, request, client);
    }

    /** Returns a copy that ends at the first step whose p99 or error rate (0 to 1) is above these. */
    public Stress until(Duration p99, double errorRate) {
        return new Stress(from, to, factor, stepTime, new Objective(p99, errorRate), request, client);
    }

    @Override
    public Stress sending(Request what) {
        return new Stress(from, to, factor, stepTime, objective, what, client);
    }

    @Override
    public Stress by(Client other) {
        return new Stress(from, to, factor, stepTime, objective, request, other);
    }

    @Override
    public int virtualUsers() {
        return to;
    }

    @Override
    public Optional<Step> nextStep(List<StepOutcome> earlier) {
        if (earlier.isEmpty()) {
            return Optional.of(stepOf(from));
        }
        StepOutcome last = earlier.get(earlier.size() - 1);
        return objective.isMetBy(last) && last.users() < to
                ? Optional.of(stepOf(above(last.users())))
                : Optional.empty();
    }

    @Override
    public Optional<Duration> lasting() {
        int steps = 1;
        for (int users = from; users < to; users = above(users)) {
            steps++;
        }
        return Optional.of(stepTime.multipliedBy(steps));
    }

    private int above(int users) {
        return (int) Math.min(to, Math.max(users + 1L, Math.round(users * factor)));
    }

    private Step stepOf(int users) {
        return new Step(users, (start, seed) -> new ClosedLoop(start, stepTime));
    }

    /** Returns the step of the highest throughput among those that met the objective; empty if none did. */
    @Override
    public Optional<StepOutcome> capacity(List<StepOutcome> steps) {
        return steps.stream().filter(objective::isMetBy).max(Comparator.comparingDouble(StepOutcome::throughput));
    }

    /** Returns a warm-up step at the first step's concurrency, or at 16 if that is higher: still more would stress the system already. */
    @Override
    public Step warmUp(Duration duration) {
        int users = Math.min(to, Math.max(from, 16));
        return new Step(users, (start, seed) -> new ClosedLoop(start, duration));
    }

    @Override
    public String describe(String what) {
        return "%s from concurrency %d to %d, × %s every %s, until %s breaks"
                        .formatted(what, from, to, factor, Durations.text(stepTime), objective)
                + client.unlike(Client.withoutJar());
    }
}
