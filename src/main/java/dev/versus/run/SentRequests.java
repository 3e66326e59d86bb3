package dev.versus.run;

import dev.versus.InvalidInput;
import dev.versus.workload.Request;
import dev.versus.workload.Task;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The requests that a comparison sends. */
public final class SentRequests {

    private SentRequests() {}

    /**
     * Returns every request of every workload, those of the warm-up included.
     *
     * @throws InvalidInput if a target has no workload
     */
    public static Set<Request> of(ComparisonDraft draft) {
        return draft.workloads().values().stream()
                .flatMap(workload -> Stream.of(workload, workload.whileWarming()))
                .flatMap(workload -> workload.tasks().stream())
                .map(Task::request)
                .collect(Collectors.toUnmodifiableSet());
    }
}
