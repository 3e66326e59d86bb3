package dev.versus.measurement;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * The part of a recording that one thread writes for one task. No other thread writes to it, so that recording never waits for another CPU's cache.
 * Other threads read it once its thread is done; only the count of ended requests may be read at any time.
 */
final class Lane {

    final Histogram micros = new Histogram(Latencies.HIGHEST_MICROS, Latencies.DIGITS);
    final Tally statuses = new Tally();
    final Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
    private final AtomicLong ended = new AtomicLong();
    private long bodies;
    private long bodyBytes;
    private double squares;
    private long shortest = Long.MAX_VALUE;
    private long longest;
    long bytes;
    long connections;
    long firstStart = Long.MAX_VALUE;
    long lastEnd = Long.MIN_VALUE;

    /** Records that a request has ended, answered or not; times in ns. */
    void ended(long start, long end) {
        firstStart = Math.min(firstStart, start);
        lastEnd = Math.max(lastEnd, end);
        ended.lazySet(ended.get() + 1);
    }

    void failed(FailureKind kind, long requests) {
        failures.merge(kind, requests, Long::sum);
    }

    /** Records the length of a body, in bytes. */
    void length(long length) {
        bodies++;
        bodyBytes += length;
        squares += (double) length * length;
        shortest = Math.min(shortest, length);
        longest = Math.max(longest, length);
    }

    BodyLengths bodyLengths() {
        return bodies == 0 ? BodyLengths.none() : new BodyLengths(bodies, bodyBytes, squares, shortest, longest);
    }

    long endedSoFar() {
        return ended.get();
    }
}
