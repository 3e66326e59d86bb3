package dev.versus.verdict.published;

import static dev.versus.verdict.published.Publication.publication;
import static dev.versus.verdict.published.Publication.row;
import static dev.versus.verdict.published.Publication.table;
import static dev.versus.verdict.published.Publication.unmeasured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Interval;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judge;
import dev.versus.verdict.PublishedFigure;
import dev.versus.verdict.RequestShare;
import dev.versus.verdict.Subject;
import dev.versus.verdict.published.Reproduction.Agreement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReproductionTest {

    private static final Subject MEAN_OF_A = new Subject.Value(Figure.MEAN, "a");

    /** Six rounds of a, whose mean is 2 ms give or take 1 %, and of b, which answers nothing. */
    private static Judge judge() {
        long[] micros = {1_980, 1_990, 2_000, 2_005, 2_010, 2_020};
        List<Round> rounds = IntStream.range(0, micros.length)
                .boxed()
                .flatMap(i -> Stream.of(
                        MadeUp.round("a", i + 1, MadeUp.answers(10, micros[i])),
                        MadeUp.round("b", i + 1, MadeUp.refusals(10))))
                .toList();
        return new Judge(Observations.ofTurns(rounds), Confidence.USUAL);
    }

    private static Reproduction reproduced(PublishedFigure figure, Finding... findings) {
        Publication published = publication("a report", "by hand", table("Latency", row("Mean", figure)));
        return Reproduction.of(published, judge(), List.of(findings)).get(0);
    }

    private static PublishedFigure mean(double least, double most) {
        return MEAN_OF_A.published("A", new Interval(least, most), "printed");
    }

    @ParameterizedTest
    @CsvSource({"2, 2, ALIKE", "1.9, 1.9, HIGHER", "1.5, 1.99, ALIKE", "2.1, 2.1, LOWER", "3, 4, LOWER"})
    void aFigureIsAlikeIfItLiesInOurInterval(double least, double most, Agreement agreement) {
        assertThat(reproduced(mean(least, most)).agreement()).isEqualTo(agreement);
    }

    @Test
    void oursIsToldInTheirs() {
        var times = reproduced(mean(4, 4)).timesTheirs().orElseThrow();
        assertThat(times.value()).isCloseTo(0.5, within(0.01));
        assertThat(times.interval().lower()).isCloseTo(0.495, within(0.005));
        assertThat(times.interval().upper()).isCloseTo(0.505, within(0.005));
    }

    @Test
    void aRangeOfTheirsWidensTheInterval() {
        var times = reproduced(mean(2, 4)).timesTheirs().orElseThrow();
        assertThat(times.interval().lower()).isCloseTo(0.495, within(0.005));
        assertThat(times.interval().upper()).isCloseTo(1.01, within(0.005));
    }

    @Test
    void nothingIsTimesNothing() {
        var none = new Subject.Value(RequestShare.ERROR_RATE, "a").published("A", new Interval(0, 0), "0");
        Reproduction reproduced = reproduced(none);
        assertThat(reproduced.agreement()).isEqualTo(Agreement.ALIKE);
        assertThat(reproduced.ours()).isPresent();
        assertThat(reproduced.timesTheirs()).isEmpty();
    }

    @Test
    void aFigureThatNothingMeasuresIsKept() {
        Reproduction reproduced = reproduced(unmeasured("A", "5 GB"));
        assertThat(reproduced.agreement()).isEqualTo(Agreement.UNTOLD);
        assertThat(reproduced.ours()).isEmpty();
        assertThat(reproduced.figure().printed()).isEqualTo("5 GB");
    }

    @Test
    void whatTheRoundsDoNotSupportIsUntold() {
        var dead = new Subject.Value(Figure.MEAN, "b").published("B", new Interval(3, 3), "3");
        assertThat(reproduced(dead).agreement()).isEqualTo(Agreement.UNTOLD);
    }

    @Test
    void aFindingThatInvalidatesOursIsNamed() {
        Finding finding = new Finding("ruler-broken", Finding.Severity.INVALIDATES, List.of("a"), "x", "y", "z");
        assertThat(reproduced(mean(2, 2), finding).doubt()).contains("ruler-broken");
        assertThat(reproduced(mean(2, 2)).doubt()).isEmpty();
    }
}
