package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KneeTest {

    private static final double[] LOADS = {1, 2, 4, 8, 16, 32};
    private static final Margin FIVE_PERCENT = Margin.relative(0.05);
    private static final double[] SATURATED = {250, 480, 900, 990, 1000, 1000};

    /** Throughput at each load, with noise that a round's loads share and noise of its own. */
    private static List<double[]> logs(Random random, int rounds, double noise, double[] throughput) {
        double[] shared = new double[rounds];
        Arrays.setAll(shared, round -> 0.1 * random.nextGaussian());
        List<double[]> logs = new ArrayList<>();
        for (double level : throughput) {
            double[] one = new double[rounds];
            Arrays.setAll(one, round -> Math.log(level) + shared[round] + noise * random.nextGaussian());
            logs.add(one);
        }
        return logs;
    }

    private static Knee of(int rounds, double noise, double... throughput) {
        return Knee.of(LOADS, logs(new Random(1), rounds, noise, throughput), FIVE_PERCENT, Confidence.USUAL)
                .orElseThrow();
    }

    @Test
    void itIsTheSmallestLoadWithinTheMarginOfTheLargestThroughput() {
        Knee knee = of(10, 0, SATURATED);
        assertThat(knee).isEqualTo(new Knee(new Estimate(8, new Interval(8, 8), 0.95, 10), false));
    }

    @Test
    void noiseWidensItsInterval() {
        Knee knee = of(10, 0.03, SATURATED);
        assertThat(knee.at().value()).isIn(4.0, 8.0);
        assertThat(knee.at().interval().lower()).isBetween(4.0, 8.0);
        assertThat(knee.at().interval().upper()).isBetween(8.0, 16.0);
        assertThat(knee.rising()).isFalse();
    }

    @Test
    void throughputThatStillRisesHasNoKneeYet() {
        Knee knee = of(10, 0.01, 100, 200, 400, 800, 1600, 3200);
        assertThat(knee.at().value()).isEqualTo(32);
        assertThat(knee.at().interval()).isEqualTo(new Interval(32, 32));
        assertThat(knee.rising()).isTrue();
    }

    @Test
    void throughputThatFallsAfterTheBestLoadDoesNotMoveIt() {
        Knee knee = of(10, 0.005, 250, 480, 900, 1000, 800, 500);
        assertThat(knee.at().value()).isEqualTo(8);
        assertThat(knee.at().interval()).isEqualTo(new Interval(8, 8));
        assertThat(knee.rising()).isFalse();
    }

    @Test
    void throughputThatNeverChangesHasItsKneeAtTheSmallestLoad() {
        Knee knee = of(10, 0.005, 1000, 1000, 1000, 1000, 1000, 1000);
        assertThat(knee.at().interval()).isEqualTo(new Interval(1, 1));
    }

    @Test
    void roundsTooFewToRuleOutALoadTellNone() {
        assertThat(of(8, 0.005, SATURATED).at().interval()).isEqualTo(new Interval(8, 8));
        assertThat(Knee.of(LOADS, logs(new Random(1), 7, 0, SATURATED), FIVE_PERCENT, Confidence.USUAL))
                .isEmpty();
        double[] four = {1, 4, 16, 64};
        List<double[]> logs = logs(new Random(1), 7, 0.005, new double[] {250, 900, 1000, 1000});
        assertThat(Knee.of(four, logs, FIVE_PERCENT, Confidence.USUAL)
                        .orElseThrow()
                        .at()
                        .interval())
                .isEqualTo(new Interval(16, 16));
    }

    @Test
    void wildNoiseTellsNothing() {
        Knee knee = of(8, 2, SATURATED);
        assertThat(knee.at().interval().lower()).isEqualTo(1);
        assertThat(knee.rising()).isTrue();
        assertThat(knee.at().value())
                .isBetween(knee.at().interval().lower(), knee.at().interval().upper());
    }

    @Test
    void thereIsAThroughputOfEveryRoundAtEveryLoad() {
        List<double[]> logs = logs(new Random(1), 8, 0, SATURATED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Knee.of(new double[] {1, 2}, logs, FIVE_PERCENT, Confidence.USUAL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Knee.of(new double[] {1}, logs.subList(0, 1), FIVE_PERCENT, Confidence.USUAL));
    }

    /** The hardest cases: the knee's own throughput, or that of the load before, lies just at the margin, and many loads are as good. */
    @ParameterizedTest
    @CsvSource({
        "10, 0.03, 0.9524, 2",
        "10, 0.03, 0.9523, 3",
        "12, 0.01, 0.9523, 3",
        "20, 0.05, 0.97, 2",
        "20, 0.05, 0.93, 3"
    })
    void intervalsHoldTheTruthAsOftenAsTheySay(int rounds, double noise, double atSecond, int knee) {
        Random random = new Random(20_261_130);
        double truth = LOADS[knee - 1];
        double[] throughput = {500, 1000 * atSecond, 1000, 1000, 1000, 1000};
        int runs = 2_000;
        int held = 0;
        for (int run = 0; run < runs; run++) {
            Knee found = Knee.of(LOADS, logs(random, rounds, noise, throughput), FIVE_PERCENT, Confidence.USUAL)
                    .orElseThrow();
            held += found.at().interval().contains(truth) ? 1 : 0;
        }
        assertThat((double) held / runs).isGreaterThan(0.943);
    }
}
