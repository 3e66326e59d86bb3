package dev.versus.workload;

import static dev.versus.workload.ConstantRate.constantRate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantRateTest {

    private static final ConstantRate FOUR_A_SECOND =
            constantRate(Rate.perSecond(4)).during(Duration.ofSeconds(1));

    private static Pacing pacing(ConstantRate workload) {
        return workload.nextStep(List.of()).orElseThrow().pacing().at(1_000, 1);
    }

    @Test
    void keepsItsTimetableHoweverLateItsUsersAre() {
        Pacing pacing = pacing(FOUR_A_SECOND);
        assertThat(pacing.nextStart(0, 900_000_000L)).isEqualTo(1_000);
        assertThat(pacing.nextStart(9, 1_000_000_000L)).isEqualTo(250_001_000);
        assertThat(pacing.nextStart(0, 0)).isEqualTo(500_001_000);
        assertThat(pacing.nextStart(0, 0)).isEqualTo(750_001_000);
        assertThat(pacing.nextStart(0, 0)).isEqualTo(Pacing.DONE);
        assertThat(pacing.nextStart(9, 0)).isEqualTo(Pacing.DONE);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 1100", "PT0.1S, 110", "PT10S, 11000", "PT60S, 61000"})
    void sendsNothingLongerThanATenthAfterItsDurationAndAtMostASecond(Duration duration, long endMillis) {
        Pacing pacing = pacing(constantRate(Rate.perSecond(100)).during(duration));
        long end = 1_000 + endMillis * 1_000_000;
        assertThat(pacing.nextStart(0, end - 1)).isEqualTo(1_000);
        assertThat(pacing.nextStart(0, end)).isEqualTo(Pacing.DONE);
    }

    @Test
    void countsLatencyFromTheIntendedStart() {
        assertThat(pacing(FOUR_A_SECOND).countsFromIntendedStart()).isTrue();
    }

    @Test
    void doesNotDriftOverManyBeats() {
        Pacing pacing = pacing(constantRate(Rate.perSecond(3)).during(Duration.ofSeconds(1_000)));
        long last = 0;
        for (int beat = 0; beat < 3_000; beat++) {
            last = pacing.nextStart(0, 0);
        }
        assertThat(last).isEqualTo(1_000 + Math.round(2_999 * 1e9 / 3));
    }

    @ParameterizedTest
    @CsvSource({"100, PT1S, 100", "1.5, PT1S, 1", "0.1, PT10S, 1", "3, PT0.999S, 2"})
    void sendsWholeRequestsOnly(double rate, Duration duration, long requests) {
        assertThat(new ConstantRate(Rate.perSecond(rate), duration, Request.get("/"), 1, Client.withoutJar())
                        .requests())
                .contains(requests);
    }

    @Test
    void warmsUpAsFastAsItsConnectionsCan() {
        Step step = FOUR_A_SECOND.mostInFlight(100).warmUp(Duration.ofMillis(500));
        Pacing pacing = step.pacing().at(0, 1);
        assertThat(step.users()).isEqualTo(32);
        assertThat(List.of(pacing.nextStart(0, 0), pacing.nextStart(0, 7), pacing.nextStart(0, 500_000_000)))
                .containsExactly(0L, 7L, Pacing.DONE);
    }

    @Test
    void itsUsersAreTheMostInFlight() {
        assertThat(FOUR_A_SECOND.mostInFlight(3).virtualUsers()).isEqualTo(3);
        assertThat(FOUR_A_SECOND.get("/a").describe()).isEqualTo("GET /a at 4/s for 1s");
    }

    @Test
    void refusesARoundWithoutARequest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> constantRate(Rate.perSecond(0.5)).during(Duration.ofSeconds(1)))
                .withMessage("a round sends at least one request, not 0.5/s for 1s");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1, 0, 1_000_001, Double.POSITIVE_INFINITY})
    void refusesRatesThatCannotBe(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rate.perSecond(rate))
                .withMessage("a rate lies above 0 and up to 1,000,000/s, not " + rate);
    }
}
