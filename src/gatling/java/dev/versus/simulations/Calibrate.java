package dev.versus.simulations;

import static dev.versus.workload.ConstantRate.constantRate;
import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.Durations;
import dev.versus.comparison.Outcome;
import dev.versus.gatling.Versus;
import dev.versus.measurement.Latencies;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.measurement.Ruler;
import dev.versus.measurement.Rulers;
import dev.versus.report.RunHeader;
import dev.versus.run.EntryPoint;
import dev.versus.run.Placement;
import dev.versus.statistics.Medians;
import dev.versus.workload.Rate;
import dev.versus.workload.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Calibrates the load generator: compares the latencies that it shows with the service times that a server records. That server does
 * nothing but wait for exactly the time that it is asked for. The reading of the ruler is kept for this machine, JDK and share of the CPUs
 * ({@code versus.cpus}), and later runs show and use it. At its ceiling the generator is saturated, as intended here, and diagnostics
 * say so.
 */
public final class Calibrate extends Versus {

    private final NullServerRecord served = new NullServerRecord();
    private final Placement ruler = system("ruler").in(process());
    private final EntryPoint ceiling =
            ruler.target("ceiling", "null-server").under(fixedRequests(30_000).concurrency(50));
    private final EntryPoint floor = ruler.target("floor", "null-server").under(fixedRequests(5_000));
    private final Map<EntryPoint, Probed> delayed = new LinkedHashMap<>();

    {
        for (String delay : List.of("200us", "1ms", "5ms", "20ms")) {
            for (Probed probed : Probed.at(Durations.parse(delay))) {
                EntryPoint target = ruler.target("delay-" + delay + "-" + probed.load(), "null-server");
                delayed.put(target.under(probed.workload()).loadedThrough(served), probed);
            }
        }
        compare(List.of(ceiling, floor), List.copyOf(delayed.keySet())).rounds(6);
    }

    /**
     * A delay of the server, and the load under which the generator's error is read at this delay.
     *
     * @param perSecond the constant rate in requests a second; 0 for a closed loop of 10 connections
     */
    private record Probed(Duration delay, int perSecond) {

        /**
         * The length of a round by rate: long enough for a 99th percentile over six rounds, except at 100/s, where it is just long enough
         * for caches to become as cold as they do at that rate.
         */
        private static final Map<Integer, Duration> ROUNDS =
                Map.of(100, Duration.ofSeconds(3), 1_000, Duration.ofSeconds(1), 5_000, Duration.ofMillis(500));

        static List<Probed> at(Duration delay) {
            return Stream.of(100, 1_000, 5_000, 0)
                    .map(perSecond -> new Probed(delay, perSecond))
                    .toList();
        }

        String load() {
            return perSecond == 0 ? "closed" : String.valueOf(perSecond);
        }

        Workload workload() {
            String path = "/delay?us=" + delay.toNanos() / 1_000;
            Duration round = ROUNDS.get(perSecond);
            return round == null
                    ? fixedRequests(500).concurrency(10).get(path)
                    : constantRate(Rate.perSecond(perSecond)).during(round).get(path);
        }

        Optional<Rate> rate() {
            return perSecond == 0 ? Optional.empty() : Optional.of(Rate.perSecond(perSecond));
        }
    }

    @Override
    protected void roundsOver(RunHeader run, Outcome outcome) {
        long failed = Stream.concat(Stream.of(ceiling, floor), delayed.keySet().stream())
                .mapToLong(target -> outcome.total(target.name()).failed())
                .sum();
        if (failed > 0) {
            System.out.println("versus: " + failed + " requests failed, so this calibration is not kept");
            return;
        }
        try {
            System.out.println(
                    "versus: the calibration is kept in " + Rulers.ofUser().keep(reading(run, outcome)));
        } catch (IOException e) {
            System.out.println("versus: the calibration cannot be kept (" + e.getMessage()
                    + "): name a folder that can be written to by -Dversus.cache=<folder>");
        }
    }

    private Ruler reading(RunHeader run, Outcome outcome) {
        double throughput = Medians.of(outcome.of(ceiling.name()).stream()
                .map(Round::measurement)
                .mapToDouble(Measurement::throughput)
                .toArray());
        OptionalDouble level = outcome.warmUp().secondsUntilLevel(ceiling.name());
        return new Ruler(
                Rate.perSecond(throughput),
                millis(outcome.total(floor.name()).latencies().percentileMillis(50)),
                delayed.entrySet().stream()
                        .map(entry -> deviation(entry.getValue(), entry.getKey().name(), outcome))
                        .toList(),
                millis(level.orElse(outcome.warmUp().seconds()) * 1e3),
                level.isPresent(),
                run.machine(),
                run.cpus(),
                run.started());
    }

    private Ruler.Deviation deviation(Probed probed, String target, Outcome outcome) {
        Latencies shown = outcome.total(target).latencies();
        Latencies truth = served.of(target);
        return new Ruler.Deviation(probed.delay(), probed.rate(), added(50, shown, truth), added(99, shown, truth));
    }

    private static Duration added(double percentile, Latencies shown, Latencies served) {
        return millis(shown.percentileMillis(percentile) - served.percentileMillis(percentile));
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }
}
