package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.versus.gatling.fixture.EveryWorkload;
import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.gatling.fixture.Hit;
import dev.versus.gatling.fixture.StubServer;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.workload.StepOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One real run with every kind of workload, held against what the server saw. */
@TestInstance(Lifecycle.PER_CLASS)
class ComparisonIT {

    private final StubServer server = StubServer.start();
    private GatlingRun run = new GatlingRun(Path.of(""), -1);

    @BeforeAll
    void runOnce(@TempDir Path folder) {
        run = GatlingProcess.run(
                EveryWorkload.class,
                folder,
                "url=" + server.address(),
                "dead=" + StubServer.deadAddress(),
                "allow=127.0.0.1",
                "warmUp=1s",
                "requestTimeout=700ms",
                "seed=42");
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void gatesThatHoldEndWithExitCodeZeroWhateverClaimsSay() {
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.line("gate: every request of kept is answered")).isEqualTo(new GatlingRun.Line(1, 1, 0));
        assertThat(run.out()).contains("REFUTED      claim: nobody refuses");
    }

    @Test
    void everyTargetHasItsRoundInTheLogAndInTheResults() {
        assertThat(run.rounds()).extracting(Round::target).hasSize(11).doesNotHaveDuplicates();
        assertThat(run.results().get("rounds")).hasSize(11);
        assertThat(run.results().get("judgements")).hasSize(3);
        assertThat(run.results().get("run").get("seed").asLong()).isEqualTo(42);
    }

    @Test
    void fixedRequestsSendsExactlyItsNumberOverKeptConnections() {
        assertThat(measured("kept").answered()).isEqualTo(200);
        assertThat(hits("kept", "/steady")).hasSize(200);
        assertThat(connections("kept", "/steady")).isEqualTo(4);
        assertThat(run.line("kept")).isEqualTo(new GatlingRun.Line(200, 200, 0));
    }

    @Test
    void withoutKeepAliveEveryRequestHasAConnectionOfItsOwn() {
        assertThat(measured("unkept").answered()).isEqualTo(60);
        assertThat(hits("unkept", "/unkept")).hasSize(60);
        assertThat(connections("unkept", "/unkept")).isEqualTo(60);
    }

    @Test
    void theRecordersMeanAgreesWithGatlings() {
        double mean = measured("kept").latencies().meanMillis();
        assertThat(mean).isGreaterThanOrEqualTo(10);
        assertThat(run.meanMillis("kept")).isCloseTo(mean, within(1 + mean / 10));
    }

    @Test
    void aBodyOfAnotherLengthThanTheFirstFailsInBothAccounts() {
        List<Hit> hits = hits("uneven", "/uneven");
        int first = hits.get(0).answer().length();
        long others =
                hits.stream().filter(hit -> hit.answer().length() != first).count();
        assertThat(others).isPositive();
        assertThat(measured("uneven").answered()).isEqualTo(20);
        assertThat(measured("uneven").failures()).isEqualTo(Map.of(FailureKind.LENGTH, others));
        assertThat(run.line("uneven")).isEqualTo(new GatlingRun.Line(20, 20 - others, others));
    }

    @Test
    void statusesAreCountedAndOnlyThoseOutside2xxAnd3xxFailInBothAccounts() {
        assertThat(measured("statuses").statuses()).isEqualTo(Map.of(200, 5L, 302, 5L, 404, 5L, 500, 5L));
        assertThat(measured("statuses").failures()).isEqualTo(Map.of(FailureKind.STATUS, 10L));
        assertThat(measured("statuses").answered()).isEqualTo(10);
        assertThat(run.line("statuses")).isEqualTo(new GatlingRun.Line(20, 10, 10));
    }

    @Test
    void answersThatDoNotComeInTimeCountAsTimedOut() {
        assertThat(measured("hangs").failures()).isEqualTo(Map.of(FailureKind.TIMEOUT, 4L));
        assertThat(measured("hangs").answered()).isZero();
        assertThat(run.line("hangs")).isEqualTo(new GatlingRun.Line(4, 0, 4));
    }

    @Test
    void refusedConnectionsCountAsSuch() {
        assertThat(measured("refused").failures()).isEqualTo(Map.of(FailureKind.CONNECTION, 10L));
        assertThat(measured("refused").requests()).isEqualTo(10);
        assertThat(run.line("refused")).isEqualTo(new GatlingRun.Line(10, 0, 10));
    }

    @Test
    void usersChooseTasksByWeight() {
        double often = hits("users", "/often").size();
        double seldom = hits("users", "/seldom").size();
        assertThat(often / (often + seldom)).isCloseTo(0.75, within(0.12));
    }

    @Test
    void usersNeverArriveBeforeTheirTime() {
        Instant start = run.round("users").started();
        Map<Integer, Instant> firstOf = new TreeMap<>();
        for (String path : List.of("/often", "/seldom")) {
            hits("users", path).forEach(hit -> firstOf.merge(hit.connection(), hit.at(), ComparisonIT::earlier));
        }
        List<Instant> arrivals = firstOf.values().stream().sorted().toList();
        assertThat(arrivals).hasSize(6);
        for (int user = 0; user < 6; user++) {
            assertThat(Duration.between(start, arrivals.get(user)).toMillis())
                    .isGreaterThanOrEqualTo(user * 1_000L / 6);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Test
    void usersGoOnForTheirRunTime() {
        assertThat(measured("users").wallSeconds()).isBetween(1.5, 4.0);
        assertThat(measured("users").requests()).isGreaterThan(60);
    }

    @Test
    void stressClimbsUntilItsObjectiveBreaks() {
        List<StepOutcome> steps = run.round("stress").steps();
        assertThat(steps).hasSizeBetween(2, 5);
        for (int step = 0; step < steps.size(); step++) {
            assertThat(steps.get(step).users()).isEqualTo(1 << step);
            assertThat(steps.get(step).p99Millis() > 200).isEqualTo(step == steps.size() - 1);
        }
    }

    @Test
    void sequentialNeverHasTwoRequestsUnderWayNorTwoOnOneConnection() {
        assertThat(hits("one by one", "/one")).hasSize(30).allMatch(hit -> hit.underWay() == 1);
        assertThat(connections("one by one", "/one")).isEqualTo(30);
    }

    @Test
    void aStallShowsInEveryRequestThatItDelayed() {
        assertThat(hits("rate", "/stall")).hasSize(100);
        long slow = measured("rate").latencies().histogram().getCountBetweenValues(100_000, Long.MAX_VALUE >> 8);
        assertThat(slow).isGreaterThanOrEqualTo(20);
    }

    @Test
    void aConstantRateOnAServerThatHangsEndsOneTimeoutAfterItsDuration() {
        Measurement hangs = measured("rate hangs");
        assertThat(hangs.wallSeconds()).isBetween(0.7, 1.8);
        assertThat(hangs.failures()).containsOnlyKeys(FailureKind.TIMEOUT, FailureKind.NOT_SENT);
        assertThat(hangs.failures().get(FailureKind.TIMEOUT)).isEqualTo(4);
        assertThat(hangs.requests()).isEqualTo(100);
    }

    private Measurement measured(String target) {
        return run.round(target).measurement();
    }

    private List<Hit> hits(String target, String path) {
        return server.hits(path, run.round(target).started());
    }

    private long connections(String target, String path) {
        return hits(target, path).stream()
                .map(Hit::connection)
                .collect(Collectors.toSet())
                .size();
    }
}
