package dev.versus.workload;

import dev.versus.Durations;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A staircase of concurrency: each step holds its concurrency in a closed loop, and the next is higher, until the objective
 * breaks. The capacity is the best throughput of a step that met the objective.
 *
 * @param from the concurrency of the first step
 * @param to the concurrency at which the staircase ends though the objective holds
 * @param factor by how much each step is higher than the one before, above 1
 * @param stepTime how long each step lasts
 * @param objective what breaks the staircase off
 * @param request what is sent
 */
public record Stress(int from, int to, double factor, Duration stepTime, Objective objective, Request request)
        implements Workload {

    public Stress {
        Limits.requireVirtualUsers("the first concurrency", from);
        Limits.requireVirtualUsers("the last concurrency", to);
        Limits.require(from <= to, "the staircase rises to at least " + from + ", not", to);
        Limits.require(factor > 1 && factor <= 100, "a staircase's factor lies above 1 and up to 100, not", factor);
        Limits.requireTime("a step's time", stepTime);
    }

    /** {@code GET /} from concurrency 1 to 512, doubling every 3 s, until p99 > 500 ms or errors > 1 %. */
    public static Stress stress() {
        Objective objective = new Objective(Duration.ofMillis(500), 0.01);
        return new Stress(1, 512, 2, Duration.ofSeconds(3), objective, Request.get("/"));
    }

    public Stress concurrency(int first, int last) {
        return new Stress(first, last, factor, stepTime, objective, request);
    }

    public Stress risingBy(double times) {
        return new Stress(from, to, times, stepTime, objective, request);
    }

    public Stress stepsOf(Duration time) {
        return new Stress(from, to, factor, time, objective, request);
    }

    public Stress until(Duration p99, double errorRate) {
        return new Stress(from, to, factor, stepTime, new Objective(p99, errorRate), request);
    }

    public Stress get(String path) {
        return sending(Request.get(path));
    }

    public Stress sending(Request what) {
        return new Stress(from, to, factor, stepTime, objective, what);
    }

    @Override
    public int virtualUsers() {
        return to;
    }

    @Override
    public List<Task> tasks() {
        return List.of(new Task(1, request));
    }

    @Override
    public boolean keepAlive() {
        return true;
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

    private int above(int users) {
        return (int) Math.min(to, Math.max(users + 1L, Math.round(users * factor)));
    }

    private Step stepOf(int users) {
        return new Step(users, (start, seed) -> new ClosedLoop(start, stepTime));
    }

    /** The step of the highest throughput among those that met the objective; empty if none did. */
    @Override
    public Optional<StepOutcome> capacity(List<StepOutcome> steps) {
        return steps.stream().filter(objective::isMetBy).max(Comparator.comparingDouble(StepOutcome::throughput));
    }

    /** Warms up at the first step's concurrency at least 16, for more would already stress. */
    @Override
    public Step warmUp(Duration duration) {
        int users = Math.min(to, Math.max(from, 16));
        return new Step(users, (start, seed) -> new ClosedLoop(start, duration));
    }

    @Override
    public String describe() {
        return "%s from concurrency %d to %d, × %s every %s, until %s breaks"
                .formatted(request, from, to, factor, Durations.text(stepTime), objective);
    }
}
