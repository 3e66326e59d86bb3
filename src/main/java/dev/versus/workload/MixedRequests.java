package dev.versus.workload;

import dev.versus.PublicApi;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A workload of several kinds of request, which are paced as those of a workload of one kind. Each next request is drawn by weight; every
 * target gets the same sequence.
 *
 * @param pacing the workload that decides how many requests are sent, when, and over which connections
 * @param tasks the requests with their weights, at least one
 */
@PublicApi
public record MixedRequests(OneRequest<?> pacing, List<Task> tasks) implements Workload {

    public MixedRequests {
        WorkloadLimits.require(!tasks.isEmpty(), "a workload has at least one task, not", tasks);
        tasks = List.copyOf(tasks);
    }

    @Override
    public int virtualUsers() {
        return pacing.virtualUsers();
    }

    @Override
    public Client client() {
        return pacing.client();
    }

    @Override
    public boolean keepAlive() {
        return pacing.keepAlive();
    }

    @Override
    public Optional<Long> requests() {
        return pacing.requests();
    }

    @Override
    public Optional<Duration> lasting() {
        return pacing.lasting();
    }

    @Override
    public boolean isPaced() {
        return pacing.isPaced();
    }

    /** Returns false: answers of different requests differ in length. */
    @Override
    public boolean expectsEqualLengths() {
        return false;
    }

    @Override
    public Optional<Step> nextStep(List<StepOutcome> earlier) {
        return pacing.nextStep(earlier);
    }

    @Override
    public Workload whileWarming() {
        Workload warming = pacing.whileWarming();
        return warming.equals(pacing) ? this : warming;
    }

    @Override
    public Step warmUp(Duration duration) {
        return pacing.warmUp(duration);
    }

    @Override
    public Optional<StepOutcome> capacity(List<StepOutcome> steps) {
        return pacing.capacity(steps);
    }

    @Override
    public Duration longestPause() {
        return pacing.longestPause();
    }

    @Override
    public String describe() {
        String mix = tasks.stream()
                .map(task -> task.weight() + " " + task.request())
                .collect(Collectors.joining(", ", "a mix of (", ")"));
        return pacing.describe(mix);
    }
}
