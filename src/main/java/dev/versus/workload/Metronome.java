package dev.versus.workload;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Constant-rate pacing: request i starts at {@code start + i / rate}, whatever the server does. Any free virtual user takes the next
 * request. When all are busy the request waits, and its latency counts the wait. Requests that still wait at the end are not sent.
 */
final class Metronome implements Pacing {

    private final AtomicLong beat = new AtomicLong();
    private final long start;
    private final double nanosBetween;
    private final long beats;
    private final long end;

    /**
     * Makes the pacing of a round.
     *
     * @param start when its first request starts
     * @param beats the number of its requests
     * @param lasting the time after which nothing more is sent
     */
    Metronome(long start, Rate rate, long beats, Duration lasting) {
        this.start = start;
        this.nanosBetween = rate.nanosBetween();
        this.beats = beats;
        this.end = start + lasting.toNanos();
    }

    @Override
    public long nextStart(int user, long now) {
        long mine = beat.getAndIncrement();
        return mine < beats && now - end < 0 ? start + Math.round(mine * nanosBetween) : DONE;
    }

    @Override
    public boolean countsFromIntendedStart() {
        return true;
    }
}
