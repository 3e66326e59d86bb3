package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.statistics.Interval;
import dev.versus.statistics.Margin;
import dev.versus.statistics.Scale;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationTest {

    /** c = 0.5, δ = 25 %: the values from 0.4 to 0.625 agree. */
    @ParameterizedTest
    @CsvSource({
        "0.4, 0.625, CONFIRMED",
        "0.45, 0.55, CONFIRMED",
        "0.5, 0.5, CONFIRMED",
        "0.39999, 0.55, INCONCLUSIVE",
        "0.45, 0.62501, INCONCLUSIVE",
        "0.1, 0.9, INCONCLUSIVE",
        "0.1, 0.4, INCONCLUSIVE",
        "0.625, 0.9, INCONCLUSIVE",
        "0.1, 0.39999, REFUTED",
        "0.62501, 0.9, REFUTED"
    })
    void isAboutNeedsTheWholeIntervalWithinTheMargin(double lower, double upper, Verdict verdict) {
        assertThat(new IsAbout(0.5, Margin.relative(0.25)).judge(new Interval(lower, upper)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "0.9, 1.2, CONFIRMED",
        "0.95, 0.96, CONFIRMED",
        "0.89999, 1.2, INCONCLUSIVE",
        "0.5, 0.9, INCONCLUSIVE",
        "0.5, 0.89999, REFUTED"
    })
    void isAtLeastLooksAtTheLowerEndFirst(double lower, double upper, Verdict verdict) {
        assertThat(new IsAtLeast(0.9).judge(new Interval(lower, upper))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "0.8, 1.1, CONFIRMED",
        "-5, 0, CONFIRMED",
        "0.8, 1.10001, INCONCLUSIVE",
        "1.1, 1.2, INCONCLUSIVE",
        "1.10001, 1.2, REFUTED"
    })
    void isAtMostIsItsMirrorImage(double lower, double upper, Verdict verdict) {
        assertThat(new IsAtMost(1.1).judge(new Interval(lower, upper))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "0.8, 1.25, CONFIRMED",
        "0.79999, 1, INCONCLUSIVE",
        "1, 1.25001, INCONCLUSIVE",
        "0.5, 2, INCONCLUSIVE",
        "1.25001, 2, REFUTED",
        "0.5, 0.79999, REFUTED"
    })
    void isEquivalentNeedsARatioNearOne(double lower, double upper, Verdict verdict) {
        assertThat(new IsEquivalent(Margin.relative(0.25)).judge(new Interval(lower, upper)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "-2, 2, CONFIRMED",
        "-2.1, 0, INCONCLUSIVE",
        "1, 3, INCONCLUSIVE",
        "2.1, 3, REFUTED",
        "-4, -2.1, REFUTED"
    })
    void isEquivalentNeedsADifferenceNearZero(double lower, double upper, Verdict verdict) {
        assertThat(new IsEquivalent(new Margin(Scale.DIFFERENCE, 2)).judge(new Interval(lower, upper)))
                .isEqualTo(verdict);
    }

    @Test
    void aDifferenceMayBeAboutLessThanNothing() {
        assertThat(new IsAbout(-3, new Margin(Scale.DIFFERENCE, 1)).required()).isEqualTo(new Interval(-4, -2));
    }

    /** Whatever more rounds do, they cannot turn a confirmed claim into a refuted one: both hold for all of the interval. */
    @Test
    void aNarrowerIntervalNeverTurnsADecidedVerdict() {
        Random random = new Random(1);
        List<Expectation> expectations = List.of(
                new IsAbout(0.5, Margin.relative(0.25)),
                new IsAtLeast(0.5),
                new IsAtMost(0.5),
                new IsEquivalent(Margin.relative(0.25)));
        for (int i = 0; i < 10_000; i++) {
            double[] ends = random.doubles(4, 0.1, 2).sorted().toArray();
            for (Expectation expectation : expectations) {
                Verdict wide = expectation.judge(new Interval(ends[0], ends[3]));
                Verdict narrow = expectation.judge(new Interval(ends[1], ends[2]));
                assertThat(wide.isDecided() && wide != narrow).isFalse();
                assertThat(wide).isNotEqualTo(Verdict.INVALID);
            }
        }
    }

    @Test
    void describesItselfToTheLastDigitThatWasDeclared() {
        assertThat(new IsAbout(0.54, Margin.relative(0.05)).describe()).isEqualTo("is about 0.54 (0.5143 to 0.567)");
        assertThat(new IsAtLeast(12345.5).describe()).isEqualTo("is at least 12345.5");
        assertThat(new IsAtMost(1.1).describe()).isEqualTo("is at most 1.1");
        assertThat(new IsEquivalent(Margin.relative(0.05)).describe()).isEqualTo("is equivalent (0.9524 to 1.05)");
        assertThat(new IsAbout(123456, new Margin(Scale.DIFFERENCE, 1000)).describe())
                .isEqualTo("is about 123456 (122456 to 124456)");
        assertThat(new IsEquivalent(new Margin(Scale.DIFFERENCE, 1)).describe()).isEqualTo("is equivalent (-1 to 1)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void aClaimNamesANumber(double figure) {
        assertThatThrownBy(() -> new IsAtLeast(figure)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new IsAtMost(figure)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new IsAbout(figure, new Margin(Scale.DIFFERENCE, 1)))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.46})
    void aRatioIsAboveZero(double figure) {
        assertThatThrownBy(() -> new IsAbout(figure, Margin.relative(0.05)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("For 46 % less write 0.54");
    }
}
