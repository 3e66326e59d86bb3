package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.statistics.Interval;
import dev.versus.statistics.Percentile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubjectTest {

    private static final Named A = () -> "a";
    private static final Named B = () -> "b";
    private static final Subject.Value THROUGHPUT = Subject.of(Figure.THROUGHPUT, A);
    private static final Subject.Value P50 = Subject.of(new LatencyPercentile(new Percentile(50)), A);
    private static final Subject.Value P99 = Subject.of(new LatencyPercentile(new Percentile(99)), A);

    private static Interval required(Statement statement) {
        return statement.expectation().required();
    }

    @Test
    void readsAsTheSentenceItIs() {
        assertThat(THROUGHPUT.relativeTo(B).isAtLeast(0.9).describe())
                .isEqualTo("throughput of a relative to b is at least 0.9");
        assertThat(P99.minus(B).isAtMost(2).describe()).isEqualTo("p99 of a less that of b is at most 2");
        assertThat(P99.isAtMost(Duration.ofMillis(250)).describe()).isEqualTo("p99 of a is at most 250");
    }

    @Test
    void durationsBecomeMillisecondsToTheNanosecond() {
        assertThat(required(P99.isAtMost(Duration.ofNanos(1_500))).upper()).isEqualTo(0.0015);
    }

    @Test
    void aPublishedFigureIsPrintedAsItIsUnlessItsAuthorPrintedItOtherwise() {
        assertThat(THROUGHPUT.published("A", 806).printed()).isEqualTo("806");
        assertThat(THROUGHPUT.relativeTo(B).published("A", 0.54, "-46%"))
                .isEqualTo(new PublishedFigure(
                        "A", "-46%", Optional.of(new Interval(0.54, 0.54)), Optional.of(THROUGHPUT.relativeTo(B))));
    }

    @Test
    void theUsualMarginIsTheMetrics() {
        assertThat(required(THROUGHPUT.relativeTo(B).isAbout(1))).isEqualTo(new Interval(1 / 1.05, 1.05));
        assertThat(required(P99.relativeTo(B).isEquivalent())).isEqualTo(new Interval(1 / 1.15, 1.15));
    }

    @Test
    void aMarginIsAShareOfARatioAndAnAmountOfADifference() {
        assertThat(required(THROUGHPUT.relativeTo(B).isAbout(2, 0.25))).isEqualTo(new Interval(1.6, 2.5));
        assertThat(required(P99.minus(B).isAbout(10, 3))).isEqualTo(new Interval(7, 13));
        assertThat(required(P99.minus(B).isEquivalent(3))).isEqualTo(new Interval(-3, 3));
    }

    @Test
    void theUsualMarginOfADifferenceIsAShareOfTheExpectedOne() {
        assertThat(required(P50.minus(B).isAbout(20))).isEqualTo(new Interval(19, 21));
        assertThat(required(P99.minus(B).isAbout(20))).isEqualTo(new Interval(17, 23));
        assertThat(required(THROUGHPUT.minus(B).isAbout(-100))).isEqualTo(new Interval(-105, -95));
        assertThat(P50.minus(B).isAbout(20).describe()).isEqualTo("p50 of a less that of b is about 20 (19 to 21)");
    }

    @Test
    void aDifferenceOfAboutNothingNeedsAMarginOfItsOwn() {
        assertThatThrownBy(() -> P99.minus(B).isAbout(0))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("'p99 of a less that of b' is claimed to be about 0, and a share of 0 is no margin: write"
                        + " isEquivalent(margin) with the largest difference that does not matter, in ms.");
        assertThat(required(P99.minus(B).isAbout(0, 1))).isEqualTo(new Interval(-1, 1));
    }

    @Test
    void aRatioNeedsTheRoundsOfBothTargets() {
        assertThat(THROUGHPUT.relativeTo(B).targets()).containsExactly("b", "a");
        assertThat(THROUGHPUT.targets()).containsExactly("a");
    }

    @Test
    void aMeanOfRatiosNeedsTheRoundsOfAllTheirTargets() {
        Subject.Ratio ratio = THROUGHPUT.relativeTo(B);
        Subject.Ratio other = THROUGHPUT.relativeTo(() -> "c");
        var mean = new Subject.MeanRatio(List.of(ratio, other));
        assertThat(mean.targets()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(mean.isAbout(12).describe()).startsWith("mean of 2 ratios of throughput is about 12");
    }
}
