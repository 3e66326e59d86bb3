package dev.versus.comparison;

import dev.versus.measurement.Round;
import dev.versus.statistics.Medians;
import dev.versus.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Learns how long the workload of each target takes when it is run once: from rehearsed rounds, or else from the warm-up. */
final class RoundTimes implements Progress {

    /** Only the last rehearsed rounds count: the first ones were slower. */
    private static final int LAST = 7;

    private final Map<String, List<Double>> rehearsed = new HashMap<>();

    @Override
    public void rehearsed(Round round) {
        rehearsed
                .computeIfAbsent(round.target(), none -> new ArrayList<>())
                .add(round.measurement().wallSeconds());
    }

    /** Returns the time of each target's workload, in s, by the target's name; empty where nothing tells it. */
    Map<String, OptionalDouble> of(Comparison comparison, WarmUp warmUp) {
        Map<String, OptionalDouble> times = new LinkedHashMap<>();
        comparison.targets().forEach(target -> times.put(target.name(), of(target, comparison, warmUp)));
        return times;
    }

    private OptionalDouble of(Target target, Comparison comparison, WarmUp warmUp) {
        // A control and its original have one time, so that they are run equally often.
        List<Double> seconds = comparison.targets().stream()
                .filter(one -> comparison.likeness(one).equals(comparison.likeness(target)))
                .flatMap(one -> last(one).stream())
                .toList();
        if (!seconds.isEmpty()) {
            return positive(
                    Medians.of(seconds.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        Workload workload = comparison.workloadOf(target);
        Optional<Duration> lasting = workload.lasting();
        return lasting.isPresent()
                ? OptionalDouble.of(lasting.get().toNanos() / 1e9)
                : byThroughput(workload, WarmUp.of(target, warmUp.slices()));
    }

    private List<Double> last(Target target) {
        List<Double> seconds = rehearsed.getOrDefault(target.name(), List.of());
        return seconds.subList(Math.max(0, seconds.size() - LAST), seconds.size());
    }

    private static OptionalDouble byThroughput(Workload workload, List<WarmUp.Slice> slices) {
        return slices.isEmpty() || !workload.equals(workload.whileWarming())
                ? OptionalDouble.empty()
                : workload.requests()
                        .map(requests -> positive(
                                requests / slices.get(slices.size() - 1).throughput()))
                        .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble positive(double seconds) {
        return seconds > 0 && Double.isFinite(seconds) ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }
}
