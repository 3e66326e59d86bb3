package dev.versus.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BodyLengthsTest {

    @Test
    void addsUpMeanVarianceAndRange() {
        BodyLengths lengths = BodyLengths.of(2, 1).plus(BodyLengths.of(4, 2)).plus(BodyLengths.of(10, 1));
        assertThat(lengths.mean()).isEqualTo(5);
        assertThat(lengths.variance()).isCloseTo(12, within(1e-9));
        assertThat(lengths.shortest()).isEqualTo(2);
        assertThat(lengths.longest()).isEqualTo(10);
    }

    @Test
    void equalLengthsDoNotVaryHoweverLongTheyAre() {
        assertThat(BodyLengths.of(2_100L << 20, 1_000_000).variance()).isZero();
        assertThat(BodyLengths.none().variance()).isZero();
    }

    @Test
    void addingNothingChangesNothing() {
        BodyLengths five = BodyLengths.of(5, 3);
        assertThat(five.plus(BodyLengths.none())).isEqualTo(five);
        assertThat(BodyLengths.none().plus(five)).isEqualTo(five);
        assertThat(BodyLengths.of(5, 0)).isEqualTo(BodyLengths.none());
    }
}
