package dev.versus.verdict.diagnostic;

import dev.versus.measurement.BodyLengths;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.Counters;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Latencies;
import dev.versus.measurement.Measurement;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/** What a round showed, built by hand. */
record Seen(
        double wall,
        long requests,
        long micros,
        Map<Integer, Long> statuses,
        Map<FailureKind, Long> failures,
        BodyLengths lengths,
        long body,
        Optional<String> location,
        Consumption used) {

    private static final Consumption USUAL = new Consumption(
            new CpuTimes(Map.of(CpuTimes.GENERATOR, 0.4, "product-service-1", 1.0)),
            Map.of(),
            0.85,
            0,
            50,
            Map.of(),
            Map.of());

    /** A second of 50 users who get 10,000 answers, each after 5 ms: the books balance, and nothing else is odd. */
    static Seen healthy() {
        return answering(1, 10_000, 5_000);
    }

    static Seen answering(double wall, long requests, long micros) {
        return new Seen(wall, requests, micros, Map.of(200, requests), Map.of(), BodyLengths.of(2_056, requests), 42, Optional.empty(), USUAL);
    }

    /** The same requests at another pace. */
    Seen throughput(double perSecond) {
        double seconds = requests / perSecond;
        Map<String, Double> cpu = Map.of(CpuTimes.GENERATOR, 0.4 * seconds, "product-service-1", seconds);
        return new Seen(
                seconds,
                requests,
                Math.round(50e6 / perSecond),
                statuses,
                failures,
                lengths,
                body,
                location,
                used(new CpuTimes(cpu)));
    }

    private Consumption used(CpuTimes cpu) {
        return new Consumption(
                cpu, Map.of(), used.machineBusy(), used.machineSteal(), used.connections(), Map.of(), Map.of());
    }

    Seen failing(FailureKind kind, long count) {
        return new Seen(wall, requests, micros, statuses, Map.of(kind, count), lengths, body, location, used);
    }

    Seen statuses(Map<Integer, Long> counts) {
        return new Seen(wall, requests, micros, counts, failures, lengths, body, location, used);
    }

    Seen bodies(BodyLengths seen, long checksum) {
        return new Seen(wall, requests, micros, statuses, failures, seen, checksum, location, used);
    }

    Seen redirected(String to) {
        return new Seen(wall, requests, micros, statuses, failures, lengths, body, Optional.of(to), used);
    }

    Seen using(Consumption consumption) {
        return new Seen(wall, requests, micros, statuses, failures, lengths, body, location, consumption);
    }

    Seen generatorSeconds(double seconds) {
        return using(used(new CpuTimes(Map.of(CpuTimes.GENERATOR, seconds, "product-service-1", 1.0))));
    }

    Seen servicesSeconds(double seconds) {
        return using(used(new CpuTimes(Map.of(CpuTimes.GENERATOR, 0.4, "product-service-1", seconds))));
    }

    Seen machine(double busy, double steal) {
        return using(new Consumption(used.cpu(), Map.of(), busy, steal, used.connections(), Map.of(), Map.of()));
    }

    Seen connections(long opened) {
        return using(new Consumption(
                used.cpu(), Map.of(), used.machineBusy(), used.machineSteal(), opened, Map.of(), Map.of()));
    }

    /** Two services that a CPU limit held back, for half of the time each. */
    Seen throttled(double seconds) {
        Counters half = new Counters(
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.of(seconds / 2),
                OptionalDouble.empty());
        return using(new Consumption(
                used.cpu(),
                Map.of(),
                used.machineBusy(),
                used.machineSteal(),
                used.connections(),
                Map.of(),
                Map.of("product-service-1", half, "redis-1", half)));
    }

    Measurement measurement() {
        Histogram latencies = new Histogram(3);
        latencies.recordValueWithCount(micros, requests);
        return new Measurement(
                wall, Latencies.of(latencies), statuses, failures, lengths.bytes(), lengths, body, location, used);
    }
}
