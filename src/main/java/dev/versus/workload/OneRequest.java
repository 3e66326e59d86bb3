package dev.versus.workload;

import java.util.List;

/**
 * A workload that sends a single kind of request.
 *
 * @param <W> the workload's own type
 */
public sealed interface OneRequest<W> extends Workload, WithClient<W>
        permits FixedRequests, Stress, Sequential, ConstantRate {

    /** Returns the request that is sent. */
    Request request();

    /** Returns a copy that sends this request. */
    W sending(Request what);

    /** Returns a copy that sends {@code GET} requests of this path. */
    default W get(String path) {
        return sending(Request.get(path));
    }

    @Override
    default List<Task> tasks() {
        return List.of(new Task(1, request()));
    }
}
