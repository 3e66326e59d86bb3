package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.gatling.fixture.OddAnswers;
import dev.versus.gatling.fixture.RawServer;
import dev.versus.measurement.BodyLengths;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted of a server that does everything that HTTP allows, and much that it forbids. */
@TestInstance(Lifecycle.PER_CLASS)
class OddAnswersIT {

    private static final long ALL = 2L * OddAnswers.REQUESTS;

    private final RawServer server = RawServer.start();
    private final RawServer idle = RawServer.start();
    private GatlingRun run = new GatlingRun(Path.of(""), -1);

    @BeforeAll
    void runOnce(@TempDir Path folder) {
        run = GatlingProcess.run(
                OddAnswers.class,
                folder,
                "url=" + server.address(),
                "idle=" + idle.address(),
                "allow=127.0.0.1",
                "warmUp=1s",
                "requestTimeout=10s",
                "control=false",
                "seed=42");
    }

    @AfterAll
    void close() {
        server.close();
        idle.close();
    }

    private Measurement measured(String target) {
        return Measurement.total(run.rounds().stream()
                .filter(round -> round.target().equals(target))
                .toList());
    }

    @Test
    void interimAnswersAreSkippedAndLatencyLastsToTheAnswer() {
        Measurement hints = measured("hints");
        assertThat(hints.statuses()).as(run.out() + run.err()).isEqualTo(Map.of(200, ALL));
        assertThat(hints.failures()).isEmpty();
        assertThat(hints.latencies().percentileMillis(0.1)).isGreaterThanOrEqualTo(RawServer.HINTS_MILLIS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "cut-chunked", "long", "chatter"})
    void answersThatAreCutOffGoOnOrAreNoHttpAreMalformed(String target) {
        assertThat(measured(target).failures()).isEqualTo(Map.of(FailureKind.MALFORMED, ALL));
        assertThat(measured(target).answered()).isZero();
        assertThat(measured(target).used().connections()).isBetween(ALL - 4, ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dropped", "dropped-post"})
    void everyRequestThatIsDroppedIsAFailureAndNoneIsSentAgain(String target) {
        Measurement counted = measured(target);
        assertThat(counted.requests()).isEqualTo(ALL);
        assertThat(counted.failures()).containsOnlyKeys(FailureKind.CONNECTION);
        assertThat(counted.failed()).isBetween(ALL / 5 - 2, ALL / 5 + 2);
        GatlingRun.Line warmUp = run.line("warm-up of " + target);
        long dropped = server.dropped("/" + target) * warmUp.total() / server.requests("/" + target);
        assertThat(warmUp.failed()).isCloseTo(dropped, withinPercentage(10));
    }

    @Test
    void connectionsThatTheServerClosedBetweenTurnsAreOpenedAnewWithoutAFailure() {
        assertThat(measured("idle").failures()).isEmpty();
        assertThat(run.rounds())
                .filteredOn(round -> round.target().equals("idle"))
                .extracting(round -> round.measurement().used().connections())
                .containsExactly(2L, 2L);
    }

    @ParameterizedTest
    @CsvSource({
        "chunked, 200, 9",
        "gzip, 200, 7",
        "head, 200, 0",
        "empty, 204, 0",
        "unchanged, 304, 0",
        "old, 200, 5",
        "until-close, 200, 5",
        "moved, 302, 0"
    })
    void everyWayToEndABodyCountsWithTheBytesThatWereSent(String target, int status, long length) {
        assertThat(measured(target).statuses()).isEqualTo(Map.of(status, ALL));
        assertThat(measured(target).failures()).isEmpty();
        assertThat(measured(target).bodyLengths()).isEqualTo(BodyLengths.of(length, ALL));
    }

    @ParameterizedTest
    @CsvSource({"chunked, 0", "gzip, 0", "empty, 0", "old, 36", "until-close, 36"})
    void connectionsOfATargetAreThoseThatItsRequestsOpened(String target, long atLeast) {
        assertThat(measured(target).used().connections()).isBetween(atLeast, atLeast + 4);
    }

    @Test
    void redirectsWithoutAnyPageAreToldWithTheirAddress() {
        assertThat(measured("moved").location()).contains("/login");
        assertThat(run.out())
                .contains("only-redirects: all 40 answers of moved are redirects (status 302), the first one to /login")
                .doesNotContain("s3cr3t");
    }

    @Test
    void bodiesOfVaryingLengthFailUnlessAnyLengthIsAccepted() {
        assertThat(measured("counter").failures()).containsOnlyKeys(FailureKind.LENGTH);
        assertThat(measured("any-length").failures()).isEmpty();
        assertThat(run.out()).contains("bodies of counter count as failed").contains("anyLength()");
    }

    @Test
    void bodiesLargerThanTheHeapAreCounted() {
        assertThat(measured("huge").failures()).isEmpty();
        assertThat(measured("huge").bodyLengths()).isEqualTo(BodyLengths.of(RawServer.HUGE, 8));
    }

    @Test
    void everyTargetHasBothRounds() {
        assertThat(run.rounds()).extracting(Round::number).hasSize(38).containsOnly(1, 2);
    }
}
