package dev.versus.simulations.users;

import static dev.versus.gatling.TargetMetrics.cpuPerRequest;
import static dev.versus.gatling.TargetMetrics.throughput;

import dev.versus.run.EntryPoint;
import dev.versus.verdict.sweep.Quantity;
import dev.versus.verdict.sweep.Sweep;
import java.util.List;
import java.util.stream.Stream;

/**
 * REST and shared memory over sizes and over concurrency.
 *
 * @param transport the deployment that both are loaded in
 * @param quick whether there are fewer points
 */
public record Sweeps(Transport transport, boolean quick) {

    private static final String REST = "REST";
    private static final String SHARED = "shared memory";

    private List<Integer> sizes() {
        return Payload.sizes(quick).stream().map(Payload::bytes).toList();
    }

    private List<Integer> concurrencies() {
        return quick ? List.of(Transport.USUAL, 64) : List.of(1, 4, Transport.USUAL, 64);
    }

    private EntryPoint at(Way way, int size) {
        return transport.loop(way, Payload.of(size));
    }

    private EntryPoint under(Way way, int concurrency) {
        return transport.loop(way, Payload.REPORTED, concurrency);
    }

    /** Returns the targets of all points; some are in both sweeps. */
    public Stream<EntryPoint> targets() {
        return Stream.of(Way.REST, Way.SHARED_MEMORY)
                .flatMap(way -> Stream.concat(
                        sizes().stream().map(size -> at(way, size)),
                        concurrencies().stream().map(concurrency -> under(way, concurrency))));
    }

    /** Returns the throughput over sizes, and the size from which shared memory is faster. */
    public Sweep bySize() {
        return Sweep.of("Throughput by size", Quantity.bytes("size"))
                .series(REST, sizes(), size -> throughput(at(Way.REST, size)))
                .series(SHARED, sizes(), size -> throughput(at(Way.SHARED_MEMORY, size)))
                .comparing(SHARED, REST);
    }

    /** Returns the CPU time of both services for a request over sizes, and the size from which shared memory takes less. */
    public Sweep costBySize() {
        return Sweep.of("CPU time of a request by size", Quantity.bytes("size"))
                .series(REST, sizes(), size -> cpuPerRequest(at(Way.REST, size)))
                .series(SHARED, sizes(), size -> cpuPerRequest(at(Way.SHARED_MEMORY, size)))
                .comparing(SHARED, REST);
    }

    /** Returns the throughput over concurrency, with the knees; a quick run has too few points and rounds for these. */
    public Sweep byConcurrency() {
        Sweep sweep = Sweep.of("Throughput by concurrency", Quantity.of("concurrency", "connections"))
                .series(REST, concurrencies(), concurrency -> throughput(under(Way.REST, concurrency)))
                .series(SHARED, concurrencies(), concurrency -> throughput(under(Way.SHARED_MEMORY, concurrency)))
                .comparing(SHARED, REST);
        return quick ? sweep : sweep.markingKnees();
    }
}
