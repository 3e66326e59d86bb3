package dev.versus.measurement;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.HdrHistogram.AtomicHistogram;

/**
 * Counts and times the requests of one stretch of load; safe for any number of threads. Times are {@link System#nanoTime()}
 * readings.
 */
public final class Recorder {

    private static final int UNKNOWN = -1;
    private static final int MOST_LENGTHS = 8;

    private final boolean equalLengths;
    private final AtomicHistogram micros = new AtomicHistogram(Latencies.HIGHEST_MICROS, Latencies.DIGITS);
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final Map<FailureKind, LongAdder> failures = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> lengths = new ConcurrentHashMap<>();
    private final AtomicInteger firstLength = new AtomicInteger(UNKNOWN);
    private final AtomicLong firstBody = new AtomicLong();
    private final LongAdder bytes = new LongAdder();
    private final LongAccumulator started;
    private final LongAccumulator ended;
    private final long origin;

    /**
     * A recorder for load that begins now.
     *
     * @param origin the present time, in ns: times are kept relative to it
     * @param equalLengths whether a body whose length differs from the first one's is a failure
     */
    public Recorder(long origin, boolean equalLengths) {
        this.origin = origin;
        this.equalLengths = equalLengths;
        this.started = new LongAccumulator(Math::min, Long.MAX_VALUE);
        this.ended = new LongAccumulator(Math::max, Long.MIN_VALUE);
    }

    /**
     * A complete response; true if it counts as succeeded.
     *
     * @param checksum reads a checksum of the body; asked for the first body only
     */
    public boolean answered(Response response, LongSupplier checksum) {
        span(response.startNanos(), response.endNanos());
        statuses.computeIfAbsent(response.status(), status -> new LongAdder()).increment();
        bytes.add(response.bodyLength());
        if (!response.isExpected()) {
            failed(FailureKind.STATUS);
            return false;
        }
        micros.recordValue(microsOf(response));
        return lengthAsFirst(response.bodyLength(), checksum);
    }

    /** A request that ended without a complete response. */
    public void unanswered(FailureKind kind, long startNanos, long endNanos) {
        span(startNanos, endNanos);
        failed(kind);
    }

    /** Requests that were due and were not sent. */
    public void notSent(long requests) {
        if (requests > 0) {
            failures.computeIfAbsent(FailureKind.NOT_SENT, k -> new LongAdder()).add(requests);
        }
    }

    private void failed(FailureKind kind) {
        failures.computeIfAbsent(kind, k -> new LongAdder()).increment();
    }

    private static long microsOf(Response response) {
        long nanos = Math.max(0, response.endNanos() - response.startNanos());
        return Math.min(Latencies.HIGHEST_MICROS, (nanos + 500) / 1_000);
    }

    private boolean lengthAsFirst(int length, LongSupplier checksum) {
        if (firstLength.get() == UNKNOWN && firstLength.compareAndSet(UNKNOWN, length)) {
            firstBody.set(checksum.getAsLong());
        }
        if (lengths.size() < MOST_LENGTHS || lengths.containsKey(length)) {
            lengths.computeIfAbsent(length, l -> new LongAdder()).increment();
        }
        if (equalLengths && length != firstLength.get()) {
            failed(FailureKind.LENGTH);
            return false;
        }
        return true;
    }

    private void span(long startNanos, long endNanos) {
        started.accumulate(startNanos - origin);
        ended.accumulate(endNanos - origin);
    }

    /** How many requests have ended so far, one way or the other. */
    public long ended() {
        long all = micros.getTotalCount();
        for (Map.Entry<FailureKind, LongAdder> failure : failures.entrySet()) {
            all += failure.getKey() == FailureKind.LENGTH
                    ? 0
                    : failure.getValue().sum();
        }
        return all;
    }

    /**
     * All that was recorded.
     *
     * @param used what was used meanwhile
     */
    public Measurement measurement(Consumption used) {
        long wall = ended.get() == Long.MIN_VALUE ? 0 : ended.get() - started.get();
        Map<FailureKind, Long> failed = new EnumMap<>(FailureKind.class);
        failures.forEach((kind, count) -> failed.put(kind, count.sum()));
        return new Measurement(
                wall / 1e9,
                Latencies.of(micros),
                sums(statuses),
                failed,
                bytes.sum(),
                sums(lengths),
                firstBody.get(),
                used);
    }

    private static Map<Integer, Long> sums(Map<Integer, LongAdder> counts) {
        Map<Integer, Long> sums = new TreeMap<>();
        counts.forEach((key, count) -> sums.put(key, count.sum()));
        return sums;
    }
}
