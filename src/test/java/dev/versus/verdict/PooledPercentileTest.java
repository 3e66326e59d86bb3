package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.Percentile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PooledPercentileTest {

    private static Optional<Estimate> median(Confidence confidence, long... micros) {
        List<Round> rounds = new ArrayList<>();
        for (long each : micros) {
            rounds.add(MadeUp.round("a", rounds.size() + 1, MadeUp.answers(20, each)));
        }
        return new LatencyPercentile(new Percentile(50)).estimate(rounds, confidence);
    }

    @Test
    void roundsThatAgreeLeaveNoDoubt() {
        Estimate estimate = median(Confidence.USUAL, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000)
                .orElseThrow();
        assertThat(estimate.value()).isEqualTo(1);
        assertThat(estimate.interval().lower()).isEqualTo(1);
        assertThat(estimate.interval().upper()).isEqualTo(1);
    }

    @Test
    void theIntervalSpansWhatRoundsDisagreeAboutAndHoldsTheEstimate() {
        Estimate estimate = median(Confidence.USUAL, 1_000, 1_100, 1_200, 1_300, 1_400, 1_500)
                .orElseThrow();
        assertThat(estimate.interval().contains(estimate.value())).isTrue();
        assertThat(estimate.interval().lower()).isLessThan(1.2);
        assertThat(estimate.interval().upper()).isGreaterThan(1.3);
        assertThat(estimate.n()).isEqualTo(6);
    }

    @Test
    void moreConfidenceNeedsAnIntervalAtLeastAsWide() {
        long[] micros = {1_000, 1_100, 1_200, 1_300, 1_400, 1_500};
        Estimate usual = median(Confidence.USUAL, micros).orElseThrow();
        Estimate surer = median(new Confidence(0.998), micros).orElseThrow();
        assertThat(surer.interval().encloses(usual.interval())).isTrue();
        assertThat(surer.interval()).isNotEqualTo(usual.interval());
    }

    @Test
    void theSameRoundsAlwaysGiveTheSameInterval() {
        long[] micros = {1_000, 1_100, 1_200, 1_300, 1_400, 1_500};
        assertThat(median(Confidence.USUAL, micros)).isEqualTo(median(Confidence.USUAL, micros));
    }

    @Test
    void fiveRoundsAreTooFew() {
        assertThat(median(Confidence.USUAL, 1_000, 1_000, 1_000, 1_000, 1_000)).isEmpty();
    }
}
