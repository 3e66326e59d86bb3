package dev.versus.benchmarks;

import static dev.versus.workload.Users.users;

import dev.versus.comparison.Outcome;
import dev.versus.gatling.Versus;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.report.RunHeader;
import dev.versus.run.EntryPoint;
import dev.versus.run.Placement;
import dev.versus.workload.Request;
import dev.versus.workload.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Loads one server with Versus' users and with Locust's, in turns: 50 users, 10 a second, two tasks equally often. Of each turn a line
 * {@code turn: …} tells what was measured. Settings: {@code versus.server} is {@code users} (the system, for 60 s a turn, with users who
 * think for 1 to 3 s) or {@code hundredth} (what {@code versus.url} serves, for half as long, with users who think a tenth as long); {@code
 * versus.quick} has two turns of each instead of five, a third as long, and leaves out Locust's faster client.
 */
public final class LocustAgreement extends Versus {

    private final boolean ofSystem = settings.get(BenchmarkSettings.SERVER).equals("users");
    private final Placement system = system("users").in(process());

    {
        boolean quick = settings.get(BenchmarkSettings.QUICK);
        int longer = quick ? 20 : 60;
        var generators =
                new ArrayList<>(List.of(server("versus"), server("locust").loadedBy(new Locust("Reader"))));
        if (!quick) {
            generators.add(server("locust-fast").loadedBy(new Locust("FastReader")));
        }
        compare(generators)
                .under(users(50)
                        .spawnRate(10)
                        .during(Duration.ofSeconds(ofSystem ? longer : longer / 2))
                        .thinking(Duration.ofMillis(ofSystem ? 1_000 : 100), Duration.ofMillis(ofSystem ? 3_000 : 300))
                        .doing(
                                new Task(1, Request.get("/api/users-via-api")),
                                new Task(1, Request.get("/api/users-via-shm"))))
                .rounds(quick ? 2 : 5);
    }

    private EntryPoint server(String generator) {
        return ofSystem
                ? system.target(generator, "users-api")
                : target(generator, settings.get(BenchmarkSettings.URL));
    }

    @Override
    protected void roundsOver(RunHeader run, Outcome outcome) {
        outcome.rounds().forEach(LocustAgreement::tell);
    }

    private static void tell(Round turn) {
        Measurement measured = turn.measurement();
        System.out.printf(
                Locale.ROOT,
                "turn: {\"generator\": \"%s\", \"number\": %d, \"requests\": %d, \"failures\": %d, \"perSecond\": %.4f,"
                        + " \"p50\": %.3f, \"p95\": %.3f, \"cpuSeconds\": %.3f}%n",
                turn.target(),
                turn.number(),
                measured.requests(),
                measured.failed(),
                measured.requests() / measured.wallSeconds(),
                measured.latencies().percentileMillis(50),
                measured.latencies().percentileMillis(95),
                measured.cpu().generator());
    }
}
