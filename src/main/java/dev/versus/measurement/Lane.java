package dev.versus.measurement;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * What one thread has recorded of a stretch of load. Only that thread writes, so that recording costs no wait for other threads'
 * caches; others read it when the thread is done, but for the count of what has ended.
 */
final class Lane {

    private static final int MOST_LENGTHS = 8;

    final Histogram micros = new Histogram(Latencies.HIGHEST_MICROS, Latencies.DIGITS);
    final Tally statuses = new Tally();
    final Tally lengths = new Tally();
    final Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
    private final AtomicLong ended = new AtomicLong();
    private final Set<Integer> knownLengths;
    private int lastLength = -1;
    private boolean lastLengthKnown;
    long bytes;
    long firstStart = Long.MAX_VALUE;
    long lastEnd = Long.MIN_VALUE;

    /**
     * A lane.
     *
     * @param knownLengths the body lengths that all lanes count; safe for several threads
     */
    Lane(Set<Integer> knownLengths) {
        this.knownLengths = knownLengths;
    }

    /** A request has ended, one way or the other. */
    void ended(long start, long end) {
        firstStart = Math.min(firstStart, start);
        lastEnd = Math.max(lastEnd, end);
        ended.lazySet(ended.get() + 1);
    }

    void failed(FailureKind kind, long requests) {
        failures.merge(kind, requests, Long::sum);
    }

    /** A body had this length; only the first few that any lane saw are counted. */
    void length(int length) {
        if (length != lastLength) {
            lastLength = length;
            lastLengthKnown = knownLengths.contains(length) || knownLengths.size() < MOST_LENGTHS;
            if (lastLengthKnown) {
                knownLengths.add(length);
            }
        }
        if (lastLengthKnown) {
            lengths.add(length);
        }
    }

    long endedSoFar() {
        return ended.get();
    }
}
