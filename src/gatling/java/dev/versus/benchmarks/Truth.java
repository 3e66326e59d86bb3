package dev.versus.benchmarks;

import static dev.versus.workload.ConstantRate.constantRate;
import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.Durations;
import dev.versus.comparison.Outcome;
import dev.versus.gatling.Versus;
import dev.versus.measurement.Latencies;
import dev.versus.report.RunHeader;
import dev.versus.simulations.NullServerRecord;
import dev.versus.workload.Rate;
import dev.versus.workload.Workload;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Compares the latencies that the generator shows with the service times that the null server recorded, for delays of 0.2, 1, 5 and 20 ms.
 * The load is a constant {@code versus.rate}, or a closed loop of {@code versus.concurrency} (10) connections if no rate is given, with
 * {@code versus.requests} (3,000) in all for each delay. A line {@code truth: …} for each delay holds both medians and both 99th
 * percentiles, in ms.
 */
public final class Truth extends Versus {

    private static final int ROUNDS = 3;

    private final NullServerRecord served = new NullServerRecord();
    private final int requests = settings.get(BenchmarkSettings.REQUESTS) / ROUNDS;
    private final int rate = settings.get(BenchmarkSettings.RATE);
    private final int concurrency = settings.get(BenchmarkSettings.CONCURRENCY);

    {
        var ruler = system("ruler").in(process());
        compare(Stream.of("200us", "1ms", "5ms", "20ms")
                        .map(delay -> ruler.target("delay-" + delay, "null-server")
                                .under(load(
                                        "/delay?us=" + Durations.parse(delay).toNanos() / 1_000))
                                .loadedThrough(served))
                        .toList())
                .rounds(ROUNDS);
    }

    private Workload load(String path) {
        return rate == 0
                ? fixedRequests(requests).concurrency(concurrency).get(path)
                : constantRate(Rate.perSecond(rate))
                        .during(Duration.ofNanos(1_000_000_000L * requests / rate))
                        .get(path);
    }

    @Override
    protected void roundsOver(RunHeader run, Outcome outcome) {
        run.targets().forEach(target -> tell(target.name(), outcome));
    }

    private void tell(String target, Outcome outcome) {
        Latencies shown = outcome.total(target).latencies();
        Latencies truth = served.of(target);
        System.out.printf(
                Locale.ROOT,
                "truth: %s shown p50 %.3f p99 %.3f served p50 %.3f p99 %.3f requests %d of %d%n",
                target,
                shown.percentileMillis(50),
                shown.percentileMillis(99),
                truth.percentileMillis(50),
                truth.percentileMillis(99),
                shown.count(),
                truth.count());
    }
}
