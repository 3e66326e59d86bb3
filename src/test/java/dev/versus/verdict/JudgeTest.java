package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Interval;
import dev.versus.statistics.Percentile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    private static final Metric P99 = new LatencyPercentile(new Percentile(99));

    private final List<Round> rounds = new ArrayList<>();

    /** Rounds of a target, each with so many answers, each answer after so many µs. */
    private JudgeTest with(String target, int answers, long... micros) {
        for (int i = 0; i < micros.length; i++) {
            add(target, i + 1, MadeUp.answers(answers, micros[i]));
        }
        return this;
    }

    private void add(String target, int number, Measurement measurement) {
        rounds.add(MadeUp.round(target, number, measurement));
    }

    private Judgement judge(Subject subject, Expectation expectation) {
        Claim claim = new Claim("a claim", new Statement(subject, expectation), true);
        return new Judge(Observations.ofTurns(rounds), Confidence.USUAL).judge(claim);
    }

    private static Subject throughputOfBRelativeToA() {
        return new Subject.Ratio(Figure.THROUGHPUT, "b", "a");
    }

    @ParameterizedTest
    @CsvSource({"0.4, CONFIRMED", "0.5, INCONCLUSIVE", "0.52, REFUTED"})
    void aRatioIsTheTargetsMetricDividedByTheBaselines(double least, Verdict verdict) {
        with("a", 10, 1_000, 1_010, 1_020, 1_000, 990, 1_005).with("b", 10, 2_000, 2_000, 2_050, 1_980, 2_000, 2_010);
        Judgement judgement = judge(throughputOfBRelativeToA(), new IsAtLeast(least));
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.estimate().orElseThrow().value()).isBetween(0.49, 0.51);
        assertThat(judgement.estimate().orElseThrow().n()).isEqualTo(6);
    }

    @Test
    void aDifferenceIsTheTargetsMetricLessTheBaselines() {
        with("a", 10, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000).with("b", 10, 3_000, 3_000, 3_000, 3_000, 3_000, 3_000);
        Judgement judgement = judge(new Subject.Difference(Figure.MEAN, "b", "a"), new IsAtMost(2.5));
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(judgement.estimate().orElseThrow().value()).isBetween(1.99, 2.01);
    }

    @Test
    void aMeanOfRatiosIsTakenRoundByRound() {
        with("a", 10, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000).with("b", 10, 500, 500, 500, 500, 500, 500);
        with("c", 10, 4_000, 4_000, 4_000, 4_000, 4_000, 4_000).with("d", 10, 500, 500, 500, 500, 500, 500);
        Subject mean = new Subject.MeanRatio(List.of(
                new Subject.Ratio(Figure.THROUGHPUT, "b", "a"), new Subject.Ratio(Figure.THROUGHPUT, "d", "c")));
        Judgement judgement = judge(mean, new IsAtLeast(4.9));
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(judgement.estimate().orElseThrow().value()).isBetween(4.99, 5.01);
    }

    @Test
    void pairsOnlyRoundsThatBothTargetsHave() {
        with("a", 10, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 9_000)
                .with("b", 10, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000);
        Judgement judgement = judge(throughputOfBRelativeToA(), new IsAtLeast(0.99));
        assertThat(judgement.estimate().orElseThrow().n()).isEqualTo(6);
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void fiveRoundsAreTooFewAndTheReasonSaysHowManyAreNot() {
        with("a", 10, 1_000, 1_000, 1_000, 1_000, 1_000);
        Judgement judgement = judge(new Subject.Value(Figure.THROUGHPUT, "a"), new IsAtLeast(1));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.estimate()).isEmpty();
        assertThat(judgement.reason())
                .isEqualTo("5 rounds are too few for an interval; 6 are needed at least: -Dversus.rounds=6");
    }

    @Test
    void anIntervalAcrossTheEdgeIsInconclusiveAndTheReasonSaysWhatToDo() {
        with("a", 10, 1_000, 2_000, 1_000, 2_000, 1_000, 2_000);
        Judgement judgement = judge(new Subject.Value(Figure.THROUGHPUT, "a"), new IsAtLeast(700));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason()).startsWith("the interval lies across the claim's edge; ");
    }

    @Test
    void withoutARoundAClaimIsInvalid() {
        Judgement judgement = judge(throughputOfBRelativeToA(), new IsAtLeast(1));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.reason()).isEqualTo("no round of a and b has ended");
    }

    @Test
    void aTargetThatAnsweredNothingMakesARatioInvalid() {
        with("a", 10, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000);
        for (int number = 1; number <= 6; number++) {
            add("b", number, MadeUp.refusals(10));
        }
        Judgement judgement = judge(throughputOfBRelativeToA(), new IsAtLeast(1));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.reason())
                .isEqualTo("b answered no request in 6 of 6 rounds (60 connection failed):"
                        + " its figures tell nothing until it answers");
    }

    @Test
    void aTargetThatAnsweredNothingHasNoMean() {
        for (int number = 1; number <= 6; number++) {
            add("a", number, MadeUp.refusals(10));
        }
        Judgement judgement = judge(new Subject.Value(Figure.MEAN, "a"), new IsAtMost(5));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.reason()).startsWith("a answered no request in 6 of 6 rounds (60 connection failed): ");
    }

    @Test
    void memoryIsInvalidWhereNobodyReadIt() {
        with("a", 10, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000);
        Judgement judgement = judge(new Subject.Value(Figure.MEMORY, "a"), new IsAtMost(100));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.reason()).startsWith("memory is known only of services that this run started");
    }

    @ParameterizedTest
    @CsvSource({"memory", "cpu:flask-server", "memory:*-server"})
    void aResourceThatNobodyReadIsInvalidAndTheReasonSaysSo(String metric) {
        with("a", 10, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000).with("b", 10, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000);
        Judgement judgement = judge(new Subject.Difference(Metric.named(metric), "a", "b"), new IsAtMost(100));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.reason()).startsWith(metric + " is known only of services that this run started");
    }

    @Test
    void whatComesWithAStartIsToldApartFromWhatComesWithARound() {
        with("a", 10, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000).with("b", 10, 1_000, 1_010, 1_500, 1_515, 1_000, 1_010);
        Judge judge = new Judge(Observations.ofTurns(rounds), Confidence.USUAL);
        Subject.Ratio ratio = new Subject.Ratio(Figure.THROUGHPUT, "b", "a");
        assertThat(judge.betweenRestarts(ratio, List.of(1, 3, 5)).orElseThrow().share())
                .isGreaterThan(0.95);
        assertThat(judge.betweenRestarts(ratio, List.of(1))).isEmpty();
    }

    @Test
    void failuresAreCountedAndNotEstimated() {
        add("a", 1, MadeUp.refusals(2));
        add("a", 2, MadeUp.refusals(1));
        Judgement judgement = judge(new Subject.Value(Figure.FAILURES, "a"), new IsAtMost(0));
        assertThat(judgement.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(judgement.estimate().orElseThrow().interval()).isEqualTo(new Interval(3, 3));
    }

    @Test
    void anErrorRateHasAnIntervalThatNeverLeavesZeroToOne() {
        with("a", 100, 1_000);
        Judgement judgement = judge(new Subject.Value(RequestShare.ERROR_RATE, "a"), new IsAtMost(0.05));
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(judgement.estimate().orElseThrow().interval().lower()).isZero();
        assertThat(judgement.estimate().orElseThrow().interval().upper()).isBetween(0.03, 0.05);
    }

    @Test
    void aPercentileIsPooledOverRoundsThatAloneDoNotSupportIt() {
        with("a", 500, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000);
        Judgement judgement = judge(new Subject.Value(P99, "a"), new IsAtMost(1.1));
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(judgement.estimate().orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void aPercentileThatRequestsSupportWantsRoundsIfTheyAreTooFew() {
        with("a", 1_000, 1_000, 1_000, 1_000, 1_000, 1_000);
        Judgement judgement = judge(new Subject.Value(P99, "a"), new IsAtMost(1.1));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason())
                .isEqualTo("5 rounds are too few for an interval; 6 are needed at least: -Dversus.rounds=6");
    }

    @Test
    void aPercentileWithoutSupportIsInvalidAndTheReasonSaysWhatItNeeds() {
        with("a", 499, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000);
        Judgement judgement = judge(new Subject.Value(P99, "a"), new IsAtMost(1.1));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.reason())
                .isEqualTo("a p99 needs 3,000 requests, and there are fewer: send more requests a round");
    }

    @ParameterizedTest
    @CsvSource({
        "true, CONFIRMED, false, false",
        "true, REFUTED, true, true",
        "true, INCONCLUSIVE, false, true",
        "true, INVALID, false, true",
        "false, REFUTED, false, false",
        "false, INVALID, false, false"
    })
    void onlyGatesBreakBuildsAndUndecidedOnesInStrictRunsOnly(
            boolean gate, Verdict verdict, boolean breaks, boolean breaksStrictly) {
        Claim claim = new Claim("it", new Statement(throughputOfBRelativeToA(), new IsAtLeast(1)), gate);
        Judgement judgement =
                new Judgement(claim, verdict, Basis.TURNS, Optional.empty(), OptionalDouble.empty(), "why");
        assertThat(judgement.breaks(false)).isEqualTo(breaks);
        assertThat(judgement.breaks(true)).isEqualTo(breaksStrictly);
    }
}
