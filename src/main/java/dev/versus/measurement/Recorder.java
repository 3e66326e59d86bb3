package dev.versus.measurement;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times the requests of one stretch of load. Any number of threads may record; each writes to a {@link Lane} of its own. All
 * must be done before {@link #measurement} is called. Times are {@link System#nanoTime()} readings.
 */
public final class Recorder {

    private static final long UNKNOWN = -1;

    private final boolean equalLengths;
    private final Map<Thread, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicLong firstLength = new AtomicLong(UNKNOWN);
    private final AtomicReference<@Nullable FirstAnswer> first = new AtomicReference<>();
    private final long origin;

    /**
     * Makes a recorder for load that begins now.
     *
     * @param origin the present time, in ns: times are kept relative to it
     * @param equalLengths whether a body whose length differs from the first one's is a failure
     */
    public Recorder(long origin, boolean equalLengths) {
        this.origin = origin;
        this.equalLengths = equalLengths;
    }

    private Lane lane() {
        Lane mine = lanes.get(Thread.currentThread());
        return mine == null ? lanes.computeIfAbsent(Thread.currentThread(), thread -> new Lane()) : mine;
    }

    /**
     * Records a complete response.
     *
     * @return true if the response counts as succeeded
     */
    public boolean answered(Response response) {
        Lane lane = lane();
        lane.ended(response.startNanos() - origin, response.endNanos() - origin);
        lane.statuses.add(response.status());
        lane.bytes += response.bodyLength();
        if (!response.isExpected()) {
            lane.failed(FailureKind.STATUS, 1);
            return false;
        }
        lane.micros.recordValue(microsOf(response));
        lane.length(response.bodyLength());
        if (isAsFirst(response.bodyLength())) {
            return true;
        }
        lane.failed(FailureKind.LENGTH, 1);
        return false;
    }

    /** Records a request that ended without a complete response. */
    public void unanswered(FailureKind kind, long startNanos, long endNanos) {
        Lane lane = lane();
        lane.ended(startNanos - origin, endNanos - origin);
        lane.failed(kind, 1);
    }

    /** Records requests that were due and were not sent; does nothing for a number below 1. */
    public void notSent(long requests) {
        if (requests > 0) {
            lane().failed(FailureKind.NOT_SENT, requests);
        }
    }

    private static long microsOf(Response response) {
        long nanos = Math.max(0, response.endNanos() - response.startNanos());
        return Math.min(Latencies.HIGHEST_MICROS, (nanos + 500) / 1_000);
    }

    private boolean isAsFirst(long length) {
        if (!equalLengths) {
            return true;
        }
        if (firstLength.get() == UNKNOWN) {
            firstLength.compareAndSet(UNKNOWN, length);
        }
        return length == firstLength.get();
    }

    /** Tells whether {@link #first} has yet to be called. */
    public boolean lacksFirst() {
        return first.get() == null;
    }

    /** Keeps more of one answer with a 2xx or 3xx status; only the first call counts. */
    public void first(FirstAnswer answer) {
        first.compareAndSet(null, answer);
    }

    /** Records that a connection was opened for a request. */
    public void connected() {
        lane().connections++;
    }

    /** Returns how many requests have ended so far, answered or not; may be called at any time. */
    public long ended() {
        return lanes.values().stream().mapToLong(Lane::endedSoFar).sum();
    }

    /**
     * Returns everything recorded as one measurement; to be called once all threads are done.
     *
     * @param used the resources used during the stretch
     */
    public Measurement measurement(Consumption used) {
        Collection<Lane> all = lanes.values();
        Histogram micros = Latencies.none().histogram();
        Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
        all.forEach(lane -> {
            micros.add(lane.micros);
            lane.failures.forEach((kind, count) -> failures.merge(kind, count, Long::sum));
        });
        FirstAnswer kept = first.get();
        return new Measurement(
                wallSeconds(all),
                Latencies.of(micros),
                statuses(all),
                failures,
                all.stream().mapToLong(lane -> lane.bytes).sum(),
                all.stream().map(Lane::bodyLengths).reduce(BodyLengths.none(), BodyLengths::plus),
                kept == null ? 0 : kept.checksum(),
                kept == null ? Optional.empty() : kept.location(),
                used.withConnections(
                        all.stream().mapToLong(lane -> lane.connections).sum()));
    }

    private static double wallSeconds(Collection<Lane> all) {
        long start = all.stream().mapToLong(lane -> lane.firstStart).min().orElse(0);
        long end = all.stream().mapToLong(lane -> lane.lastEnd).max().orElse(Long.MIN_VALUE);
        return end == Long.MIN_VALUE ? 0 : (end - start) / 1e9;
    }

    private static Map<Integer, Long> statuses(Collection<Lane> all) {
        Map<Integer, Long> counts = new TreeMap<>();
        all.forEach(lane -> lane.statuses.addTo(counts));
        return counts;
    }
}
