package dev.versus.benchmarks;

import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Stretch;
import dev.versus.measurement.Measurement;
import dev.versus.workload.FixedRequests;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ab} as a load generator, for {@link FixedRequests} only. It prints a mean to the µs but a distribution in ms only, so its
 * percentiles mean nothing.
 */
final class ApacheBench implements LoadGenerator {

    private static final int WARM_UP_REQUESTS = 1_000;

    @Override
    public Measurement offer(Stretch stretch) {
        if (!(stretch.workload() instanceof FixedRequests workload)) {
            throw new IllegalArgumentException("ab sends fixed numbers of requests only");
        }
        long requests = stretch.counted() ? workload.number() : WARM_UP_REQUESTS;
        Tool ab = Tool.run(command(stretch, workload, requests));
        return ab.measurement(
                requests,
                workload.keepAlive() ? workload.concurrency() : requests,
                ab.number("Requests per second:\\s+([\\d.]+)"),
                ab.number("Time per request:\\s+([\\d.]+) \\[ms\\] \\(mean\\)") * 1e3);
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
}
