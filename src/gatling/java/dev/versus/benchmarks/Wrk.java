package dev.versus.benchmarks;

import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Stretch;
import dev.versus.measurement.Measurement;
import java.util.List;

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
        return wrk.measurement(
                (long) wrk.number("(\\d+) requests in"),
                stretch.step().users(),
                perSecond,
                stretch.step().users() / perSecond * 1e6);
    }
}
