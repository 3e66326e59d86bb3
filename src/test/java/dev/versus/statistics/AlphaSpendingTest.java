package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

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

    /** With signed ranks in the place of normal sums, of heavy-tailed noise, from 30 blocks to 200. */
    @Test
    void intervals_at_all_looks_together_miss_the_truth_in_five_of_a_hundred_runs() {
        Random random = new Random(20);
        for (int blocks : new int[] {30, 60}) {
            int[] looks = {blocks / 3, 2 * blocks / 3, blocks};
            List<Confidence> levels = AlphaSpending.levels(new double[] {1 / 3.0, 2 / 3.0, 1}, Confidence.USUAL);
            int runs = 4_000;
            int missed = 0;
            for (int run = 0; run < runs; run++) {
                double[] noise = random.doubles(blocks).map(AlphaSpendingTest::heavyTailed).toArray();
                missed += misses(noise, looks, levels) ? 1 : 0;
            }
            assertThat(missed / (double) runs).as("%d blocks", blocks).isBetween(0.035, 0.06);
        }
    }

    private static boolean misses(double[] noise, int[] looks, List<Confidence> levels) {
        for (int look = 0; look < looks.length; look++) {
            double[] seen = java.util.Arrays.copyOf(noise, looks[look]);
            boolean holds = WilcoxonSignedRank.estimate(seen, levels.get(look))
                    .map(estimate -> estimate.interval().contains(0))
                    .orElse(true);
            if (!holds) {
                return true;
            }
        }
        return false;
    }

    /** A quantile of Laplace's distribution. */
    private static double heavyTailed(double uniform) {
        double centred = uniform - 0.5;
        return -Math.signum(centred) * Math.log(1 - 2 * Math.abs(centred));
    }
}
