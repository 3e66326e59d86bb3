package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.Margin;
import dev.versus.statistics.StoppingRule;
import dev.versus.statistics.StoppingRule.Decision;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopWhenDecidedTest {

    private static final Subject RATIO = new Subject.Ratio(Figure.THROUGHPUT, "b", "a");

    /** Rounds in which b takes about twice as long as a, now more and now less by this part. */
    private static List<Round> rounds(int number, double spread) {
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            long b = Math.round(2_000 * (1 + (i % 2 == 0 ? spread : -spread) * (1 + i / 100.0)));
            rounds.add(MadeUp.round("a", i, MadeUp.answers(10, 1_000)));
            rounds.add(MadeUp.round("b", i, MadeUp.answers(10, b)));
        }
        return rounds;
    }

    private static Claim claim(Subject subject, Expectation expectation) {
        return new Claim("a claim", new Statement(subject, expectation), false);
    }

    private static Decision after(List<Round> rounds, Claim... claims) {
        return new StopWhenDecided(List.of(claims), 2).after(Observations.ofTurns(rounds), StoppingRule.ofFormat1(30));
    }

    @ParameterizedTest
    @CsvSource({"9, CONTINUE", "10, STOP_DECIDED", "11, CONTINUE", "20, STOP_DECIDED", "30, STOP_AT_CAP"})
    void aDecidedClaimEndsARunAtALookAndNowhereElse(int rounds, Decision decision) {
        assertThat(after(rounds(rounds, 0.01), claim(RATIO, new IsAtLeast(0.4))))
                .isEqualTo(decision);
    }

    @Test
    void aClaimOnTheEdgeEndsARunOnceItsIntervalIsNarrow() {
        assertThat(after(rounds(10, 0.01), claim(RATIO, new IsAtLeast(0.5)))).isEqualTo(Decision.STOP_PRECISE);
        assertThat(after(rounds(10, 0.2), claim(RATIO, new IsAtLeast(0.5)))).isEqualTo(Decision.CONTINUE);
    }

    @Test
    void oneOpenClaimKeepsARunGoing() {
        Claim decided = claim(RATIO, new IsAtLeast(0.2));
        Claim open = claim(RATIO, new IsAbout(0.5, Margin.relative(0.05)));
        assertThat(after(rounds(10, 0.2), decided)).isEqualTo(Decision.STOP_DECIDED);
        assertThat(after(rounds(10, 0.2), decided, open)).isEqualTo(Decision.CONTINUE);
        assertThat(after(rounds(10, 0.2), open, decided)).isEqualTo(Decision.CONTINUE);
    }

    @Test
    void aRefutedClaimIsDecidedToo() {
        assertThat(after(rounds(10, 0.01), claim(RATIO, new IsAtLeast(0.9)))).isEqualTo(Decision.STOP_DECIDED);
    }

    @Test
    void aBoundOnADifferenceHasNoMarginSoOnlyItsVerdictEndsARun() {
        Subject difference = new Subject.Difference(Figure.MEAN, "b", "a");
        assertThat(after(rounds(10, 0.0), claim(difference, new IsAtMost(1.0)))).isEqualTo(Decision.STOP_DECIDED);
        assertThat(after(rounds(10, 0.01), claim(difference, new IsAtMost(1.0))))
                .isEqualTo(Decision.CONTINUE);
    }

    @Test
    void withoutAClaimEveryRoundIsPlayed() {
        assertThat(after(rounds(10, 0.01))).isEqualTo(Decision.CONTINUE);
        assertThat(after(rounds(30, 0.01))).isEqualTo(Decision.STOP_AT_CAP);
    }

    @Test
    void aRunOfFewerRoundsThanAnIntervalNeedsPlaysThemAll() {
        assertThat(new StopWhenDecided(List.of(claim(RATIO, new IsAtLeast(0.4))), 2)
                        .after(Observations.ofTurns(rounds(1, 0.01)), StoppingRule.of(2)))
                .isEqualTo(Decision.CONTINUE);
    }
}
