package dev.versus.workload;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Constant-rate pacing: request i starts at {@code start + i / rate}, whatever the server does. Any free virtual user takes the next
 * request. When all are busy the request waits, and its latency counts the wait.
 */
final class Metronome implements Pacing {

    private final AtomicLong beat = new AtomicLong();
    private final long start;
    private final double nanosBetween;
    private final long beats;

    Metronome(long start, Rate rate, long beats) {
        this.start = start;
        this.nanosBetween = rate.nanosBetween();
        this.beats = beats;
    }

    @Override
    public long nextStart(int user, long now) {
        long mine = beat.getAndIncrement();
        return mine < beats ? start + Math.round(mine * nanosBetween) : DONE;
    }

    @Override
    public boolean countsFromIntendedStart() {
        return true;
    }
}
