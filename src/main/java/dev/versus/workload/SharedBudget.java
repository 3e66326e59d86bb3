package dev.versus.workload;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A number of requests that all virtual users share, each taking the next one as soon as its response is in: the way of {@code
 * ab -n}. What is left when the time limit is reached is not sent.
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
