package dev.versus.workload;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedRequestsTest {

    private static final long START = -5;

    @Test
    void isOneStepOfItsConcurrency() {
        FixedRequests workload = fixedRequests(10).concurrency(4);
        assertThat(workload.nextStep(List.of())).map(Step::users).contains(4);
        assertThat(workload.nextStep(List.of(new StepOutcome(4, 10, 1, 1, 0)))).isEmpty();
    }

    @Test
    void sendsExactlyItsNumberWhoeverAsks() {
        Pacing pacing = pacing(fixedRequests(3).concurrency(2));
        assertThat(pacing.nextStart(0, 100)).isEqualTo(100);
        assertThat(pacing.nextStart(1, 101)).isEqualTo(101);
        assertThat(pacing.nextStart(1, 102)).isEqualTo(102);
        assertThat(pacing.nextStart(0, 103)).isEqualTo(Pacing.DONE);
        assertThat(pacing.nextStart(1, 104)).isEqualTo(Pacing.DONE);
    }

    @ParameterizedTest
    @CsvSource({"999999, true", "1000000, false", "1000001, false"})
    void sendsNothingFromItsTimeLimitOn(long afterStart, boolean sends) {
        Pacing pacing = pacing(fixedRequests(3).within(Duration.ofMillis(1)));
        long now = START + afterStart;
        assertThat(pacing.nextStart(0, now)).isEqualTo(sends ? now : Pacing.DONE);
    }

    @Test
    void theTimeLimitHoldsWhenTheClockWrapsRound() {
        Pacing pacing =
                fixedRequests(3).nextStep(List.of()).orElseThrow().pacing().at(Long.MAX_VALUE - 10, 1);
        assertThat(pacing.nextStart(0, Long.MIN_VALUE + 10)).isEqualTo(Long.MIN_VALUE + 10);
    }

    private static Pacing pacing(FixedRequests workload) {
        return workload.nextStep(List.of()).orElseThrow().pacing().at(START, 1);
    }

    @Test
    void countsLatencyFromTheMomentOfSending() {
        assertThat(pacing(fixedRequests(1)).countsFromIntendedStart()).isFalse();
    }

    @Test
    void keepsConnectionsUnlessToldOtherwise() {
        assertThat(fixedRequests(1).keepAlive()).isTrue();
        assertThat(fixedRequests(1).withoutKeepAlive().keepAlive()).isFalse();
    }

    @Test
    void everySettingKeepsTheOthers() {
        FixedRequests workload =
                fixedRequests(9).concurrency(3).get("/a").withoutKeepAlive().within(Duration.ofSeconds(2));
        assertThat(workload)
                .isEqualTo(new FixedRequests(
                        9, 3, Request.get("/a"), false, Duration.ofSeconds(2), false, Client.withoutJar(), null));
        assertThat(workload.requests()).contains(9L);
        assertThat(workload.describe()).isEqualTo("9 × GET /a at concurrency 3, a connection each");
    }

    @Test
    void acceptsBodiesOfAnyLengthWhereAsked() {
        assertThat(fixedRequests(1).expectsEqualLengths()).isTrue();
        assertThat(fixedRequests(1)
                        .anyLength()
                        .get("/a")
                        .within(Duration.ofSeconds(2))
                        .expectsEqualLengths())
                .isFalse();
        assertThat(fixedRequests(1).anyLength().anyLength(false)).isEqualTo(fixedRequests(1));
    }

    @Test
    void isItsOwnWarmUpUnlessToldOtherwise() {
        FixedRequests workload = fixedRequests(9).concurrency(3).get("/a").withoutKeepAlive();
        assertThat(workload.whileWarming()).isSameAs(workload);
        FixedRequests brief = fixedRequests(1).get("/b");
        assertThat(workload.warmedUpBy(brief).whileWarming()).isEqualTo(brief);
        assertThat(workload.warmedUpBy(brief).get("/c").concurrency(2).whileWarming())
                .isEqualTo(brief);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 100_000_001})
    void refusesNumbersBeyondItsLimits(long number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixedRequests(number))
                .withMessage("the number of requests lies between 1 and 100000000, not " + number);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 'concurrency lies between 1 and 20000, not 0'",
        "20001, 'concurrency lies between 1 and 20000, not 20001'",
        "11, 'concurrency is at most the number of requests (10), not 11'"
    })
    void refusesConcurrencyThatCannotBe(int concurrency, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixedRequests(10).concurrency(concurrency))
                .withMessage(message);
    }

    @Test
    void warmsUpInAClosedLoopOfTheSameConcurrency() {
        Step warmUp = fixedRequests(10).concurrency(4).warmUp(Duration.ofNanos(100));
        Pacing pacing = warmUp.pacing().at(0, 1);
        assertThat(warmUp.users()).isEqualTo(4);
        assertThat(pacing.nextStart(3, 99)).isEqualTo(99);
        assertThat(pacing.nextStart(3, 100)).isEqualTo(Pacing.DONE);
    }
}
