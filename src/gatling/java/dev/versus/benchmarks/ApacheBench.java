package dev.versus.benchmarks;

import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Stretch;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Latencies;
import dev.versus.measurement.Measurement;
import dev.versus.workload.FixedRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * {@code ab} as a load generator, for {@link FixedRequests} only. It prints a mean to the µs but a distribution in ms only, so the
 * histogram holds the mean once for each request; its percentiles mean nothing.
 */
final class ApacheBench implements LoadGenerator {

    private static final int WARM_UP_REQUESTS = 1_000;

    @Override
    public Measurement offer(Stretch stretch) {
        if (!(stretch.workload() instanceof FixedRequests workload)) {
            throw new IllegalArgumentException("ab sends fixed numbers of requests only");
        }
        long requests = stretch.counted() ? workload.number() : WARM_UP_REQUESTS;
        return measurement(Tool.run(command(stretch, workload, requests)), requests);
    }

    private static List<String> command(Stretch stretch, FixedRequests workload, long requests) {
        List<String> command = new ArrayList<>(List.of("ab", "-q", "-r", "-n", String.valueOf(requests)));
        command.addAll(List.of("-c", String.valueOf(workload.concurrency())));
        if (workload.keepAlive()) {
            command.add("-k");
        }
        command.add(stretch.target().addressFor(0) + workload.request().path());
        return command;
    }

    private static Measurement measurement(Tool ab, long requests) {
        double perSecond = ab.number("Requests per second:\\s+([\\d.]+)");
        double meanMillis = ab.number("Time per request:\\s+([\\d.]+) \\[ms\\] \\(mean\\)");
        long failed = (long) ab.number("Failed requests:\\s+(\\d+)");
        Histogram histogram = Latencies.none().histogram();
        histogram.recordValueWithCount(Math.round(meanMillis * 1e3), requests);
        return new Measurement(
                requests / perSecond,
                Latencies.of(histogram),
                Map.of(),
                failed == 0 ? Map.of() : Map.of(FailureKind.LENGTH, failed),
                (long) ab.number("HTML transferred:\\s+(\\d+)"),
                Map.of(),
                0,
                Consumption.of(CpuTimes.none()));
    }
}
