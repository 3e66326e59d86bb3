package dev.versus.simulations;

import static dev.versus.workload.ConstantRate.constantRate;
import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.comparison.Outcome;
import dev.versus.gatling.EntryPoint;
import dev.versus.gatling.NullServerRecord;
import dev.versus.gatling.Versus;
import dev.versus.measurement.Latencies;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.measurement.Ruler;
import dev.versus.measurement.Rulers;
import dev.versus.report.RunHeader;
import dev.versus.statistics.Medians;
import dev.versus.workload.Durations;
import dev.versus.workload.Rate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the ruler: the load generator is held against a server that does nothing, in exactly the time that it is asked for, and
 * that keeps its own record. The reading is kept for this machine, JDK and share of the CPUs ({@code versus.cpus}), and later
 * runs show and use it. At its ceiling the generator is saturated, and diagnostics say so: here that is the point.
 */
public final class Calibrate extends Versus {

    private static final Rate RATE = Rate.perSecond(1_000);

    private final NullServerRecord served = new NullServerRecord();
    private final Map<Duration, EntryPoint> delayed = new LinkedHashMap<>();

    private final EntryPoint ceiling;
    private final EntryPoint floor;

    {
        var ruler = system("ruler").in(process());
        ceiling = ruler.target("ceiling", "null-server");
        floor = ruler.target("floor", "null-server");
        for (String delay : List.of("200us", "1ms", "5ms", "20ms")) {
            EntryPoint target = ruler.target("delay-" + delay, "null-server");
            delayed.put(Durations.parse(delay), target.loadedThrough(served));
        }
        List<EntryPoint> targets = new ArrayList<>(List.of(ceiling, floor));
        targets.addAll(delayed.values());
        var comparison = compare(targets.toArray(EntryPoint[]::new))
                .under(fixedRequests(30_000).concurrency(50), ceiling)
                .under(fixedRequests(5_000), floor)
                .rounds(6);
        delayed.forEach((delay, target) -> comparison.under(
                constantRate(RATE).during(Duration.ofSeconds(1)).get("/delay?us=" + delay.toNanos() / 1_000), target));
    }

    @Override
    protected void roundsOver(RunHeader run, Outcome outcome) {
        long failed = Stream.concat(Stream.of(ceiling, floor), delayed.values().stream())
                .mapToLong(target -> outcome.total(target.name()).failed())
                .sum();
        if (failed > 0) {
            System.out.println("versus: " + failed + " requests failed, so this reading of the ruler is not kept");
            return;
        }
        try {
            System.out.println("versus: the ruler is kept in " + Rulers.ofUser().keep(reading(run, outcome)));
        } catch (IOException e) {
            System.out.println("versus: the ruler cannot be kept (" + e.getMessage()
                    + "): name a folder that can be written to by -Dversus.cache=<folder>");
        }
    }

    private Ruler reading(RunHeader run, Outcome outcome) {
        double throughput = Medians.of(outcome.of(ceiling.name()).stream()
                .map(Round::measurement)
                .mapToDouble(Measurement::throughput)
                .toArray());
        return new Ruler(
                Rate.perSecond(throughput),
                millis(outcome.total(floor.name()).latencies().percentileMillis(50)),
                delayed.entrySet().stream()
                        .map(entry -> deviation(entry.getKey(), entry.getValue().name(), outcome))
                        .toList(),
                millis(outcome.warmUp().seconds() * 1e3),
                outcome.warmUp().level(),
                run.machine(),
                run.cpus(),
                run.started());
    }

    private Ruler.Deviation deviation(Duration delay, String target, Outcome outcome) {
        Latencies shown = outcome.total(target).latencies();
        Latencies truth = served.of(target);
        return new Ruler.Deviation(delay, added(50, shown, truth), added(99, shown, truth));
    }

    private static Duration added(double percentile, Latencies shown, Latencies served) {
        return millis(shown.percentileMillis(percentile) - served.percentileMillis(percentile));
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }
}
