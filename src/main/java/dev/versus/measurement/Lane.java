package dev.versus.measurement;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * The part of a recording that one thread writes. No other thread writes to it, so that recording never waits for another CPU's cache.
 * Other threads read it once its thread is done; only the count of ended requests may be read at any time.
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
     * Makes an empty lane.
     *
     * @param knownLengths the body lengths that all lanes count; shared by the lanes and safe for several threads
     */
    Lane(Set<Integer> knownLengths) {
        this.knownLengths = knownLengths;
    }

    /** Records that a request has ended, answered or not; times in ns. */
    void ended(long start, long end) {
        firstStart = Math.min(firstStart, start);
        lastEnd = Math.max(lastEnd, end);
        ended.lazySet(ended.get() + 1);
    }

    void failed(FailureKind kind, long requests) {
        failures.merge(kind, requests, Long::sum);
    }

    /** Records the length of a body; only the first {@value #MOST_LENGTHS} different lengths that the lanes saw are counted. */
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
