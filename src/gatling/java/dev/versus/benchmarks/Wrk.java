package dev.versus.benchmarks;

import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Stretch;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.Latencies;
import dev.versus.measurement.Measurement;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** {@code wrk} as a load generator: one thread, as many connections as the step has users, two seconds a counted round. */
final class Wrk implements LoadGenerator {

    @Override
    public Measurement offer(Stretch stretch) {
        Tool wrk = Tool.run(List.of(
                "wrk",
                "-t1",
                "-c" + stretch.step().users(),
                stretch.counted() ? "-d2s" : "-d1s",
                stretch.target().addressFor(0)
                        + stretch.workload().tasks().get(0).request().path()));
        double perSecond = wrk.number("Requests/sec:\\s+([\\d.]+)");
        long requests = (long) wrk.number("(\\d+) requests in");
        Histogram histogram = Latencies.none().histogram();
        histogram.recordValueWithCount(Math.round(stretch.step().users() / perSecond * 1e6), requests);
        return new Measurement(
                requests / perSecond,
                Latencies.of(histogram),
                Map.of(),
                Map.of(),
                0,
                Map.of(),
                0,
                Consumption.of(CpuTimes.none()));
    }
}
