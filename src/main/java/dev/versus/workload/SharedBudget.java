package dev.versus.workload;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Pacing of a fixed number of requests that all virtual users share, as {@code ab -n}: each takes the next one as soon as its response has
 * arrived. Requests that are left when the time limit is reached are not sent.
 */
final class SharedBudget implements Pacing {

    private final AtomicLong left;
    private final long end;

    SharedBudget(long requests, long start, Duration limit) {
        this.left = new AtomicLong(requests);
        this.end = start + limit.toNanos();
    }

    @Override
    public long nextStart(int user, long now) {
        return now - end < 0 && left.getAndDecrement() > 0 ? now : DONE;
    }
}
