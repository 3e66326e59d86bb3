package dev.versus.workload;

import dev.versus.PublicApi;
import java.util.List;

/**
 * A request with its weight among a workload's tasks.
 *
 * @param weight 1 to 1,000,000: a task of weight 3 is sent three times as often as one of weight 1
 */
@PublicApi
public record Task(int weight, Request request) {

    public Task {
        WorkloadLimits.require(
                weight >= 1 && weight <= 1_000_000, "a task's weight lies between 1 and 1,000,000, not", weight);
    }

    /** Returns the endpoint that each of these tasks asks, in their order. */
    public static List<String> endpoints(List<Task> tasks) {
        return tasks.stream().map(task -> task.request().endpoint()).toList();
    }
}
