package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareOfEffectTest {

    private static final double[] WHOLE = {-0.40, -0.42, -0.38, -0.41, -0.39, -0.43, -0.40};

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    @ParameterizedTest
    @CsvSource({"0.9", "0.25", "0", "1.3", "-0.3"})
    void aPartThatIsAlwaysTheSameShareIsThatShare(double share) {
        Estimate estimate =
                ShareOfEffect.of(times(WHOLE, share), WHOLE, Confidence.USUAL).orElseThrow();
        assertThat(estimate.value()).isCloseTo(share, within(1e-12));
        assertThat(estimate.interval().upper() - estimate.interval().lower()).isCloseTo(0, within(1e-12));
        assertThat(estimate.n()).isEqualTo(7);
        assertThat(estimate.confidence()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void theDirectionOfTheWholeDoesNotMatter() {
        double[] part = {-0.30, -0.36, -0.33, -0.35, -0.31, -0.40, -0.34};
        assertThat(ShareOfEffect.of(times(part, -1), times(WHOLE, -1), Confidence.USUAL))
                .isEqualTo(ShareOfEffect.of(part, WHOLE, Confidence.USUAL));
    }

    @Test
    void sharesOfTwoPartsAreOneTogether() {
        double[] part = {-0.30, -0.36, -0.33, -0.35, -0.31, -0.40, -0.34};
        double[] rest = new double[part.length];
        Arrays.setAll(rest, i -> WHOLE[i] - part[i]);
        double one =
                ShareOfEffect.of(part, WHOLE, Confidence.USUAL).orElseThrow().value();
        double other =
                ShareOfEffect.of(rest, WHOLE, Confidence.USUAL).orElseThrow().value();
        assertThat(one + other).isCloseTo(1, within(1e-12));
    }

    @Test
    void thereIsNoShareOfWhatIsNotToldFromZero() {
        double[] whole = {-0.1, 0.2, -0.15, 0.1, -0.2, 0.12, 0.05};
        assertThat(ShareOfEffect.of(WHOLE, whole, Confidence.USUAL)).isEmpty();
    }

    @Test
    void fewRoundsTellNoShare() {
        assertThat(ShareOfEffect.of(new double[] {1, 1, 1}, new double[] {2, 2, 2}, Confidence.USUAL))
                .isEmpty();
    }

    @Test
    void effectsComeInPairs() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ShareOfEffect.of(new double[] {1}, WHOLE, Confidence.USUAL))
                .withMessage("Effects come in pairs, one a round, and there are 1 of the part and 7 of the whole.");
    }

    /** The whole is two parts with a noise of their own; sometimes single rounds of it even change their sign. */
    @ParameterizedTest
    @CsvSource({"0.7, 0.05", "0.7, 0.3", "0.1, 0.15"})
    void intervalsHoldTheTruthAsOftenAsTheySay(double share, double noise) {
        Random random = new Random(20_261_104);
        int told = 0;
        int held = 0;
        for (int run = 0; run < 4_000; run++) {
            double[] part = new double[10];
            double[] whole = new double[10];
            for (int i = 0; i < part.length; i++) {
                part[i] = share * 0.4 + noise * random.nextGaussian();
                whole[i] = part[i] + (1 - share) * 0.4 + noise * random.nextGaussian();
            }
            var estimate = ShareOfEffect.of(part, whole, Confidence.USUAL);
            told += estimate.isPresent() ? 1 : 0;
            held += estimate.filter(one -> one.interval().contains(share)).isPresent() ? 1 : 0;
        }
        assertThat(told).isGreaterThan(1_000);
        assertThat((double) held / told).isGreaterThan(0.94);
    }
}
