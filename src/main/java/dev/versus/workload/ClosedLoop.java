package dev.versus.workload;

import java.time.Duration;

/** Closed-loop pacing: every virtual user sends again as soon as its response has arrived, until the time is up. */
final class ClosedLoop implements Pacing {

    private final long end;

    ClosedLoop(long start, Duration duration) {
        this.end = start + duration.toNanos();
    }

    @Override
    public long nextStart(int user, long now) {
        return now - end < 0 ? now : DONE;
    }
}
