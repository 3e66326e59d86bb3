package dev.versus.comparison;

import dev.versus.measurement.Measurement;
import dev.versus.statistics.SteadyState;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How the generator and the systems came to their level.
 *
 * @param level whether every target was level when it ended; if not, the bound in time ended it
 * @param seconds how long it took
 * @param slices all slices in order
 */
public record WarmUp(boolean level, double seconds, List<Slice> slices) {

    public WarmUp {
        slices = List.copyOf(slices);
    }

    /** The slices of one target. */
    static List<Slice> of(Target target, List<Slice> slices) {
        return slices.stream()
                .filter(slice -> slice.target().equals(target.name()))
                .toList();
    }

    /**
     * How long it took until what a request of one target costs in CPU time was level for the first time, in s, with the slices of all
     * other targets in between; nothing if it never was.
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

    /** All requests sent while warming up. */
    public long requests() {
        return slices.stream().mapToLong(Slice::requests).sum();
    }

    /**
     * A short stretch of load against one target.
     *
     * @param requests how many ended
     * @param throughput answered requests a second
     * @param p50Millis the median latency, in ms
     * @param cpuMicros CPU time of the generator and the target's services for each answered request, in µs
     * @param failed how many failed
     */
    public record Slice(
            String target, long requests, double throughput, double p50Millis, double cpuMicros, long failed) {

        static Slice of(Target target, Measurement seen) {
            return new Slice(
                    target.name(),
                    seen.requests(),
                    seen.throughput(),
                    seen.latencies().percentileMillis(50),
                    cpuMicros(seen),
                    seen.failed());
        }

        private static double cpuMicros(Measurement seen) {
            double seconds = seen.cpu().generator() + seen.cpu().services();
            return seen.answered() > 0 ? seconds * 1e6 / seen.answered() : Double.POSITIVE_INFINITY;
        }
    }
}
