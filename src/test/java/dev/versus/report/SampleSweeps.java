package dev.versus.report;

import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.MadeUp;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Subject;
import dev.versus.verdict.sweep.Quantity;
import dev.versus.verdict.sweep.Sweep;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A made-up run with two sweeps: over payloads, of which two ways to exchange them cross, and over users, at which both level off. */
final class SampleSweeps {

    private static final List<Integer> SIZES =
            List.of(1 << 10, 1 << 12, 1 << 14, 1 << 16, 256_873, 1 << 20, 1 << 22, 1 << 24);
    private static final List<Integer> USERS = List.of(1, 2, 4, 8, 16, 32, 64);
    private static final int REQUESTS = 100;
    private static final double BYTES_PER_MICRO_BY_REST = 2_000;
    private static final double BYTES_PER_MICRO_BY_MEMORY = 12_000;

    private SampleSweeps() {}

    static List<Sweep> sweeps() {
        return List.of(
                Sweep.of("Throughput by payload", Quantity.bytes("payload"))
                        .series("REST", SIZES, size -> throughput("rest-" + size))
                        .series("shared memory", SIZES, size -> throughput("shm-" + size))
                        .comparing("shared memory", "REST"),
                Sweep.of("Throughput by concurrency", Quantity.of("concurrency", "users"))
                        .series("REST", USERS, users -> throughput("rest-by-" + users))
                        .series("shared memory", USERS, users -> throughput("shm-by-" + users))
                        .comparing("shared memory", "REST")
                        .markingKnees());
    }

    private static Subject.Value throughput(String target) {
        return new Subject.Value(Figure.THROUGHPUT, target);
    }

    static Report report() {
        return run(12).report();
    }

    static RunOfFew run(int rounds) {
        Random random = new Random(11);
        RunOfFew run = new RunOfFew().sweeping(sweeps());
        for (int number = 1; number <= rounds; number++) {
            double round = 1 + 0.05 * random.nextGaussian();
            DoubleUnaryOperator noise = micros -> micros * round * (1 + 0.03 * random.nextGaussian());
            for (int size : SIZES) {
                add(run, "rest-" + size, number, noise.applyAsDouble(60 + size / BYTES_PER_MICRO_BY_REST));
                add(run, "shm-" + size, number, noise.applyAsDouble(72 + size / BYTES_PER_MICRO_BY_MEMORY));
            }
            for (int users : USERS) {
                add(run, "rest-by-" + users, number, noise.applyAsDouble(190 * (1 + 6.0 / (users * users))));
                add(run, "shm-by-" + users, number, noise.applyAsDouble(95 * (1 + 1.5 / (users * users))));
            }
        }
        return run;
    }

    private static void add(RunOfFew run, String target, int number, double micros) {
        double seconds = REQUESTS * micros / 1e6;
        CpuTimes cpu = new CpuTimes(Map.of(CpuTimes.GENERATOR, seconds / 10, "web-1", seconds / 2));
        run.round(target, number, MadeUp.answers(REQUESTS, Math.round(micros), cpu));
    }
}
