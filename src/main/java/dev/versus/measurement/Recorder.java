package dev.versus.measurement;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times the requests of one stretch of load. Any number of threads may record; each writes to {@link Lane}s of its own, one
 * for each task. All must be done before {@link #measurement} is called. Times are {@link System#nanoTime()} readings.
 */
public final class Recorder {

    private static final long UNKNOWN = -1;

    private final boolean equalLengths;
    private final List<String> endpoints;
    private final Map<Thread, Lane[]> lanes = new ConcurrentHashMap<>();
    private final AtomicLong notSent = new AtomicLong();
    private final AtomicLong firstLength = new AtomicLong(UNKNOWN);
    private final AtomicReference<@Nullable FirstAnswer> first = new AtomicReference<>();
    private final long origin;

    /**
     * Makes a recorder for load that begins now.
     *
     * @param origin the present time, in ns: times are kept relative to it
     * @param equalLengths whether a body whose length differs from the first one's is a failure
     * @param endpoints the endpoint of each task, at least one; figures by endpoint are kept if there are several endpoints
     */
    public Recorder(long origin, boolean equalLengths, List<String> endpoints) {
        this.origin = origin;
        this.equalLengths = equalLengths;
        this.endpoints = List.copyOf(endpoints);
    }

    /** Makes a recorder for load of a single task. */
    public Recorder(long origin, boolean equalLengths) {
        this(origin, equalLengths, List.of(""));
    }

    /** Returns an empty recorder for the same load from now on; the present time in ns. */
    public Recorder anew(long now) {
        return new Recorder(now, equalLengths, endpoints);
    }

    private Lane lane(int task) {
        Lane[] mine = lanes.get(Thread.currentThread());
        return (mine == null ? lanes.computeIfAbsent(Thread.currentThread(), this::newLanes) : mine)[task];
    }

    private Lane[] newLanes(Thread thread) {
        return Stream.generate(Lane::new).limit(endpoints.size()).toArray(Lane[]::new);
    }

    /** Records a complete response to the first task. */
    public boolean answered(Response response) {
        return answered(response, 0);
    }

    /**
     * Records a complete response.
     *
     * @param task the index of the task that was sent
     * @return true if the response counts as succeeded
     */
    public boolean answered(Response response, int task) {
        Lane lane = lane(task);
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

    /** Records that the first task ended without a complete response. */
    public void unanswered(FailureKind kind, long startNanos, long endNanos) {
        unanswered(kind, 0, startNanos, endNanos);
    }

    /** Records a request that ended without a complete response, by the index of its task. */
    public void unanswered(FailureKind kind, int task, long startNanos, long endNanos) {
        Lane lane = lane(task);
        lane.ended(startNanos - origin, endNanos - origin);
        lane.failed(kind, 1);
    }

    /** Records requests that were due and were not sent, to no endpoint yet; does nothing for a number below 1. */
    public void notSent(long requests) {
        notSent.addAndGet(Math.max(0, requests));
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
        lane(0).connections++;
    }

    /** Returns how many requests have ended so far, answered or not; may be called at any time. */
    public long ended() {
        return lanes.values().stream()
                .flatMap(Arrays::stream)
                .mapToLong(Lane::endedSoFar)
                .sum();
    }

    /**
     * Returns everything recorded as one measurement; to be called once all threads are done.
     *
     * @param used the resources used during the stretch
     */
    public Measurement measurement(Consumption used) {
        List<Lane> all = lanes(task -> true);
        EndpointFigures total = sum(all);
        Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
        failures.putAll(total.failures());
        if (notSent.get() > 0) {
            failures.put(FailureKind.NOT_SENT, notSent.get());
        }
        FirstAnswer kept = first.get();
        return new Measurement(
                wallSeconds(all),
                total.latencies(),
                total.statuses(),
                failures,
                all.stream().mapToLong(lane -> lane.bytes).sum(),
                total.bodyLengths(),
                kept == null ? 0 : kept.checksum(),
                kept == null ? Optional.empty() : kept.location(),
                used.withConnections(
                        all.stream().mapToLong(lane -> lane.connections).sum()),
                byEndpoint());
    }

    /** Returns the lanes of all threads for these tasks. */
    private List<Lane> lanes(IntPredicate tasks) {
        return lanes.values().stream()
                .flatMap(mine -> IntStream.range(0, mine.length).filter(tasks).mapToObj(task -> mine[task]))
                .toList();
    }

    private Map<String, EndpointFigures> byEndpoint() {
        List<String> distinct = endpoints.stream().distinct().toList();
        return distinct.size() == 1
                ? Map.of()
                : distinct.stream()
                        .collect(toMap(
                                endpoint -> endpoint,
                                endpoint ->
                                        sum(lanes(task -> endpoints.get(task).equals(endpoint)))));
    }

    private static EndpointFigures sum(Collection<Lane> lanes) {
        Histogram micros = Latencies.none().histogram();
        Map<Integer, Long> statuses = new TreeMap<>();
        Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
        lanes.forEach(lane -> {
            micros.add(lane.micros);
            lane.statuses.addTo(statuses);
            lane.failures.forEach((kind, count) -> failures.merge(kind, count, Long::sum));
        });
        return new EndpointFigures(
                Latencies.of(micros),
                statuses,
                failures,
                lanes.stream().map(Lane::bodyLengths).reduce(BodyLengths.none(), BodyLengths::plus));
    }

    private static double wallSeconds(Collection<Lane> all) {
        long start = all.stream().mapToLong(lane -> lane.firstStart).min().orElse(0);
        long end = all.stream().mapToLong(lane -> lane.lastEnd).max().orElse(Long.MIN_VALUE);
        return end == Long.MIN_VALUE ? 0 : (end - start) / 1e9;
    }
}
