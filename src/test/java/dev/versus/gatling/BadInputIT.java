package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.gatling.fixture.NoWorkload;
import dev.versus.gatling.fixture.SameName;
import dev.versus.gatling.fixture.StubServer;
import dev.versus.gatling.fixture.TwoTargets;
import dev.versus.gatling.fixture.WrongPercentile;
import dev.versus.simulations.LoadFixedRequests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input is told in one sentence, before anything starts. */
class BadInputIT {

    private static final String ALLOWED = "allow=127.0.0.1";

    @AutoClose
    private final StubServer server = StubServer.start();

    static Stream<Arguments> mistakesInSettings() {
        return Stream.of(
                mistake(
                        TwoTargets.class,
                        "-Dversus.xyz is not a setting of this run; it knows versus.allow,",
                        ALLOWED,
                        "xyz=1"),
                mistake(
                        TwoTargets.class,
                        "-Dversus.rounds=-3: expected a whole number from 1 to 200.",
                        ALLOWED,
                        "rounds=-3"),
                mistake(
                        TwoTargets.class,
                        "-Dversus.warmUp=-1s: a duration is a number and us, ms, s, m or h",
                        ALLOWED,
                        "warmUp=-1s"),
                mistake(
                        TwoTargets.class,
                        "-Dversus.requestTimeout=0s: expected a duration from 1ms to 1h.",
                        ALLOWED,
                        "requestTimeout=0s"),
                mistake(
                        TwoTargets.class,
                        "Concurrency is at most the number of requests (3), not 4.",
                        ALLOWED,
                        "requests=3"),
                mistake(LoadFixedRequests.class, "-Dversus.body=@not-there.json: ", ALLOWED, "body=@not-there.json"),
                mistake(TwoTargets.class, "Load may go only to deployments of this run, and 'http://127.0.0.1"));
    }

    static Stream<Arguments> mistakesInRequests() {
        return Stream.of(
                mistake(
                        LoadFixedRequests.class,
                        "'GET /#{id}' has the placeholder #{id}, and no feed: ",
                        ALLOWED,
                        "path=/#{id}"),
                mistake(
                        LoadFixedRequests.class,
                        "A header's name is a word such as Accept, ",
                        ALLOWED,
                        "header.A b=c"));
    }

    static Stream<Arguments> mistakesInCode() {
        return Stream.of(
                mistake(SameName.class, "Two targets are named 'twin': ", ALLOWED),
                mistake(NoWorkload.class, "A comparison needs a workload for every target: ", ALLOWED),
                mistake(WrongPercentile.class, "A percentile lies between 0 and 100, and 100.0 does not.", ALLOWED));
    }

    private static Arguments mistake(Class<? extends Versus> simulation, String told, String... settings) {
        return Arguments.of(simulation, told, List.of(settings));
    }

    @ParameterizedTest
    @MethodSource({"mistakesInSettings", "mistakesInRequests", "mistakesInCode"})
    void isToldInOneSentenceAndStartsNothing(
            Class<? extends Versus> simulation, String told, List<String> given, @TempDir Path folder) {
        List<String> settings = new ArrayList<>(given);
        settings.add("url=" + server.address());
        GatlingRun run = GatlingProcess.run(simulation, folder, settings.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(Refusal.BAD_INPUT);
        assertThat(run.err().strip().lines())
                .singleElement()
                .asString()
                .startsWith("Versus: " + told)
                .endsWith(".")
                .doesNotEndWith("..");
        assertThat(run.out()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(run.runFolders()).isEmpty();
        assertThat(server.hits()).isEmpty();
    }
}
