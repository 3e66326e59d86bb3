package dev.versus.comparison;

import dev.versus.measurement.Measurement;
import dev.versus.statistics.SteadyState;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The warm-up of generator and systems.
 *
 * @param level whether every target was level at the end; if not, the time limit ended the warm-up
 * @param seconds how long the warm-up took, in s
 */
public record WarmUp(boolean level, double seconds, List<Slice> slices) {

    public WarmUp {
        slices = List.copyOf(slices);
    }

    /** Returns the slices of one target, in order. */
    static List<Slice> of(Target target, List<Slice> slices) {
        return slices.stream()
                .filter(slice -> slice.target().equals(target.name()))
                .toList();
    }

    /**
     * Returns how long it took, in s, until the CPU time of one target's requests was level for the first time, the slices of other targets
     * in between included; empty if it never was.
     */
    public OptionalDouble secondsUntilLevel(String target) {
        List<Integer> places = IntStream.range(0, slices.size())
                .filter(place -> slices.get(place).target().equals(target))
                .boxed()
                .toList();
        double[] costs = places.stream()
                .mapToDouble(place -> slices.get(place).cpuMicros())
                .toArray();
        OptionalInt count = SteadyState.USUAL.firstReachedAfter(costs);
        return count.isPresent()
                ? OptionalDouble.of(seconds * (places.get(count.getAsInt() - 1) + 1) / slices.size())
                : OptionalDouble.empty();
    }

    /** Returns the number of requests sent during the warm-up. */
    public long requests() {
        return slices.stream().mapToLong(Slice::requests).sum();
    }

    /**
     * A warm-up slice: a short stretch of load on one target.
     *
     * @param requests the number of requests that ended
     * @param throughput answered requests a second
     * @param cpuMicros CPU time of the generator and the target's services for each answered request, in µs; 0 if none was answered
     * @param compiling the CPU time of the compilers of each service that is a JVM, as a share of the slice's time: the largest one; empty
     *     if no service is known to be a JVM
     */
    public record Slice(
            String target,
            long requests,
            double throughput,
            double p50Millis,
            double cpuMicros,
            long failed,
            OptionalDouble compiling) {

        /** Accepts records of earlier versions, in which a slice without any answer has an infinite cost. */
        public Slice {
            cpuMicros = Double.isFinite(cpuMicros) ? cpuMicros : 0;
        }

        static Slice of(Target target, Measurement seen) {
            return new Slice(
                    target.name(),
                    seen.requests(),
                    seen.throughput(),
                    seen.latencies().percentileMillis(50),
                    cpuMicros(seen),
                    seen.failed(),
                    compiling(seen));
        }

        private static OptionalDouble compiling(Measurement seen) {
            return seen.used().counters().values().stream()
                    .flatMapToDouble(service -> service.compilingSeconds().stream())
                    .map(seconds -> seen.wallSeconds() > 0 ? seconds / seen.wallSeconds() : 0)
                    .max();
        }

        private static double cpuMicros(Measurement seen) {
            double seconds = seen.cpu().generator() + seen.cpu().services();
            return seen.answered() > 0 ? seconds * 1e6 / seen.answered() : 0;
        }
    }
}
