package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.StoppingRule;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Figure;
import dev.versus.verdict.IsAtLeast;
import dev.versus.verdict.IsAtMost;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundLineTest {

    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
    private static final List<Claim> CLAIMS = List.of(
            claim(new Subject.Ratio(Figure.THROUGHPUT, "b", "a"), new IsAtLeast(0.4)),
            claim(new Subject.Value(Figure.FAILURES, "a"), new IsAtMost(0)));

    private static Claim claim(Subject subject, dev.versus.verdict.Expectation expectation) {
        return new Claim("it", new Statement(subject, expectation), false);
    }

    private static String after(int number, int rounds) {
        Clock clock = Clock.fixed(START.plusSeconds(3L * number), ZoneOffset.UTC);
        List<Round> soFar = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            soFar.add(round("b", i, MadeUp.answers(10, 2_000 + i)));
            soFar.add(round("a", i, MadeUp.answers(10, 1_000)));
        }
        return new RoundLine(CLAIMS, clock).after(number, Observations.ofTurns(soFar), StoppingRule.of(rounds));
    }

    private static Round round(String target, int number, Measurement measured) {
        return new Round(target, number, number, START.plusSeconds(3L * (number - 1)), measured, List.of());
    }

    @Test
    void aFewRoundsShowTargetsAndTheTimeLeft() {
        assertThat(after(2, 10)).isEqualTo("round 2 of 10: a 1,000/s, b 500/s; 24 s left");
    }

    @Test
    void sixRoundsShowEachEstimateWithItsInterval() {
        assertThat(after(6, 10))
                .startsWith(
                        "round 6 of 10: a 1,000/s, b 499/s; throughput of b relative to a 0.4991 [0.4985, 0.4998]; ")
                .endsWith("; 12 s left");
    }

    @Test
    void aRunThatMayEndEarlyTellsNoMoreThanTheMost() {
        assertThat(after(6, 30)).startsWith("round 6 of at most 30: ").endsWith("; at most 72 s left");
        assertThat(after(1, 30)).endsWith("; at most 87 s left");
    }

    @Test
    void theLastRoundLeavesNoTime() {
        assertThat(after(10, 10)).doesNotContain("left");
    }

    @Test
    void failuresAreToldBesideTheThroughput() {
        List<Round> soFar = List.of(round("a", 1, MadeUp.refusals(7)));
        String line = new RoundLine(List.of(), Clock.fixed(START.plusSeconds(60), ZoneOffset.UTC))
                .after(1, Observations.ofTurns(soFar), StoppingRule.of(6));
        assertThat(line).isEqualTo("round 1 of 6: a 0/s (7 failed); 5 min left");
    }
}
