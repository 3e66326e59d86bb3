package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphaSpendingTest {

    @Test
    void one_look_has_all_of_the_error() {
        List<Confidence> levels = AlphaSpending.levels(new double[] {1}, Confidence.USUAL);
        assertThat(levels.get(0).level()).isCloseTo(0.95, within(1e-9));
    }

    /** The values of Lan and DeMets (1983) for five looks, as R's ldbounds gives them. */
    @Test
    void five_looks_have_the_published_bounds() {
        double[] bounds = AlphaSpending.bounds(new double[] {0.2, 0.4, 0.6, 0.8, 1}, Confidence.USUAL);
        assertThat(bounds).containsExactly(new double[] {4.8769, 3.3569, 2.6803, 2.2898, 2.0310}, within(5e-4));
    }

    /** With signed ranks in the place of normal sums, of heavy-tailed noise and of noise with ties, from 30 blocks to 200. */
    @ParameterizedTest
    @CsvSource({"30, 4000, 0", "60, 4000, 0", "200, 1000, 0", "60, 2000, 0.5", "200, 1000, 0.5"})
    void intervals_at_all_looks_together_miss_the_truth_in_five_of_a_hundred_runs(int blocks, int runs, double step) {
        StoppingRule rule = StoppingRule.of(blocks);
        Random random = new Random(20);
        int missed = 0;
        for (int run = 0; run < runs; run++) {
            double[] noise = random.doubles(blocks)
                    .map(AlphaSpendingTest::heavyTailed)
                    .map(value -> step == 0 ? value : step * Math.rint(value / step))
                    .toArray();
            missed += misses(noise, rule) ? 1 : 0;
        }
        assertThat(missed / (double) runs).isBetween(step == 0 ? 0.033 : 0, 0.064);
    }

    /** The number of blocks that follows from the noise of the first look does not raise the error. */
    @Test
    void a_run_that_is_prolonged_by_its_noise_misses_as_seldom() {
        Random random = new Random(21);
        StoppingRule rule = StoppingRule.of(50);
        Map<Integer, StoppingRule> prolonged = new HashMap<>(Map.of(50, rule));
        int missed = 0;
        for (int run = 0; run < 2_000; run++) {
            double[] noise =
                    random.doubles(200).map(AlphaSpendingTest::heavyTailed).toArray();
            double scatter = Power.scatter(PairedEffect.difference(new double[17], Arrays.copyOf(noise, 17))
                    .estimate(Confidence.USUAL)
                    .map(line -> new Estimate(
                            Math.exp(line.value()),
                            new Interval(
                                    Math.exp(line.interval().lower()),
                                    Math.exp(line.interval().upper())),
                            line.confidence(),
                            line.n()))
                    .orElseThrow());
            int wanted = (int) Math.min(200, Power.roundsToTell(0.5, scatter, Confidence.USUAL));
            int cap = Math.max(50, wanted / 10 * 10);
            missed += misses(noise, prolonged.computeIfAbsent(cap, rule::prolongedTo)) ? 1 : 0;
        }
        assertThat(missed / 2_000.0).isLessThan(0.06);
    }

    private static boolean misses(double[] noise, StoppingRule rule) {
        return rule.looks().stream()
                .anyMatch(look -> WilcoxonSignedRank.estimate(
                                Arrays.copyOf(noise, look.after()), new Confidence(look.confidence()))
                        .filter(estimate -> !estimate.interval().contains(0))
                        .isPresent());
    }

    /** A quantile of Laplace's distribution. */
    private static double heavyTailed(double uniform) {
        double centred = uniform - 0.5;
        return -Math.signum(centred) * Math.log(1 - 2 * Math.abs(centred));
    }
}
