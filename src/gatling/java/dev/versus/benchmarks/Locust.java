package dev.versus.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Stretch;
import dev.versus.measurement.BodyLengths;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Json;
import dev.versus.measurement.Latencies;
import dev.versus.measurement.Measurement;
import dev.versus.workload.Users;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * Locust as a load generator, for {@link Users} whose tasks have equal weights; {@code benchmarks/locust/locustfile.py} makes such users.
 * Its measurement has the exact times of its client. What Locust itself says of a counted turn, rounded as it rounds, is printed as a line
 * {@code locust: …}.
 *
 * @param userClass the class of users in that file: {@code Reader} has Locust's usual client, {@code FastReader} its faster one
 */
record Locust(String userClass) implements LoadGenerator {

    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final String TOLD = "locust: ";
    private static final String REMEDY = "run benchmarks/locust-agreement, which installs it for its own time";

    @Override
    public Measurement offer(Stretch stretch) {
        if (!(stretch.workload() instanceof Users users)) {
            throw new IllegalArgumentException("this Locust sends the requests of users only");
        }
        Tool locust = Tool.run(command(stretch, users), REMEDY);
        ObjectNode told = told(locust.output());
        Measurement measurement = measurement(told, users.number());
        if (stretch.counted()) {
            told.put("generator", stretch.target().name()).remove("micros");
            System.out.println(TOLD + told);
        }
        return measurement;
    }

    private List<String> command(Stretch stretch, Users users) {
        Duration time = stretch.counted() ? users.runTime() : WARM_UP;
        double spawnRate = stretch.counted() ? users.spawnRate().perSecond() : users.number();
        List<String> command = new ArrayList<>(List.of("locust", "-f", "benchmarks/locust/locustfile.py", userClass));
        command.addAll(List.of("--headless", "--only-summary", "--loglevel", "WARNING", "--exit-code-on-error", "0"));
        command.addAll(List.of("-H", stretch.target().addressFor(0).toString()));
        command.addAll(List.of("-u", String.valueOf(users.number()), "-r", String.valueOf(spawnRate)));
        command.addAll(List.of("-t", time.toSeconds() + "s", "--think"));
        command.add(seconds(users.thinkTime().least()));
        command.add(seconds(users.thinkTime().most()));
        command.add("--paths");
        users.tasks().forEach(task -> command.add(task.request().path()));
        return command;
    }

    private static String seconds(Duration time) {
        return String.valueOf(time.toMillis() / 1e3);
    }

    private static ObjectNode told(String output) {
        String line = output.lines()
                .filter(one -> one.startsWith(TOLD))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no line '" + TOLD + "…' in: " + output));
        try {
            return Json.lines().readValue(line.substring(TOLD.length()), ObjectNode.class);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private static Measurement measurement(ObjectNode told, int connections) {
        Histogram micros = Latencies.none().histogram();
        told.path("micros").forEach(time -> micros.recordValue(time.asLong()));
        long failures = told.path("failures").asLong();
        return new Measurement(
                told.path("seconds").asDouble(),
                Latencies.of(micros),
                Map.of(),
                failures == 0 ? Map.of() : Map.of(FailureKind.STATUS, failures),
                0,
                BodyLengths.none(),
                0,
                Optional.empty(),
                Consumption.of(CpuTimes.none()).withConnections(connections));
    }
}
