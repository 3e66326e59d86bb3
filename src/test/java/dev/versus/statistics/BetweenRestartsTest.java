package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BetweenRestartsTest {

    /**
     * The dyestuff of O. L. Davies, P. L. Goldsmith, "Statistical Methods in Research and Production", 4th ed. (1972), section
     * 6.4, whose analysis of variance gives 1764.05 between batches and 2451.25 within.
     */
    private static final List<double[]> DYESTUFF = List.of(
            new double[] {1545, 1440, 1440, 1520, 1580},
            new double[] {1540, 1555, 1490, 1560, 1495},
            new double[] {1595, 1550, 1605, 1510, 1560},
            new double[] {1445, 1440, 1595, 1465, 1545},
            new double[] {1595, 1630, 1515, 1635, 1625},
            new double[] {1520, 1455, 1450, 1480, 1445});

    @Test
    void givesThePublishedComponents() {
        BetweenRestarts spread = BetweenRestarts.of(DYESTUFF).orElseThrow();
        assertThat(spread.between() * spread.between()).isEqualTo(1764.05, within(1e-6));
        assertThat(spread.within() * spread.within()).isEqualTo(2451.25, within(1e-6));
        assertThat(spread.share()).isEqualTo(1764.05 / (1764.05 + 2451.25), within(1e-9));
    }

    @Test
    void unevenRestartsAreWeighedByTheirRounds() {
        // By hand: means 2, 7; mean squares 30 and 10/3; typical size (5 − 13/5)/1 = 2.4.
        BetweenRestarts spread = BetweenRestarts.of(List.of(new double[] {1, 3}, new double[] {5, 7, 9}))
                .orElseThrow();
        assertThat(spread.within()).isEqualTo(Math.sqrt(10.0 / 3), within(1e-12));
        assertThat(spread.between()).isEqualTo(Math.sqrt((30 - 10.0 / 3) / 2.4), within(1e-12));
    }

    @Test
    void aNegativeVarianceIsNone() {
        BetweenRestarts spread = BetweenRestarts.of(List.of(new double[] {1, 9}, new double[] {2, 8}))
                .orElseThrow();
        assertThat(spread.between()).isZero();
        assertThat(spread.share()).isZero();
    }

    @Test
    void oneRestartOrLoneRoundsTellNothing() {
        assertThat(BetweenRestarts.of(List.of(new double[] {1, 2, 3}))).isEmpty();
        assertThat(BetweenRestarts.of(List.of(new double[] {1}, new double[] {2})))
                .isEmpty();
        assertThat(BetweenRestarts.of(List.of(new double[] {1, 2}, new double[] {})))
                .isEmpty();
    }
}
