package dev.versus.workload;

import java.util.List;

/**
 * A workload that sends a single kind of request.
 *
 * @param <W> the workload's own type
 */
public sealed interface OneRequest<W extends Workload> extends Workload
        permits FixedRequests, Stress, Sequential, ConstantRate {

    /** Returns the request that is sent. */
    Request request();

    /** Returns a copy that sends this request. */
    W sending(Request what);

    /** Returns a copy that sends {@code GET} requests of this path. */
    default W get(String path) {
        return sending(Request.get(path));
    }

    /** Returns this workload with a mix of several requests, in the place of its own; to be called last. */
    default MixedRequests doing(Task... what) {
        return new MixedRequests(this, List.of(what));
    }

    @Override
    default List<Task> tasks() {
        return List.of(new Task(1, request()));
    }

    @Override
    default String describe() {
        return describe(request().toString());
    }

    /** Describes the workload with these words for what it sends. */
    String describe(String what);
}
