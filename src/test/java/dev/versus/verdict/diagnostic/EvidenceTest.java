package dev.versus.verdict.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.verdict.Claim;
import dev.versus.verdict.Figure;
import dev.versus.verdict.IsAtLeast;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final Evidence MEASURED =
            Sample.ofHealthy("a", "b", "c", "d", "idle").evidence();

    private static Claim claim(Subject subject) {
        return new Claim("a claim", new Statement(subject, new IsAtLeast(1)), false);
    }

    private static Claim compares(String target, String baseline) {
        return claim(new Subject.Ratio(Figure.THROUGHPUT, target, baseline));
    }

    @Test
    void whereNoClaimComparesEveryTwoTargetsAreSetAgainstEachOther() {
        assertThat(Sample.with(MEASURED, List.of()).pairs()).hasSize(10);
        assertThat(Sample.with(MEASURED, List.of(claim(new Subject.Value(Figure.MEAN, "a"))))
                        .pairs())
                .hasSize(10);
    }

    @Test
    void onlyTargetsThatAClaimComparesAre() {
        assertThat(Sample.with(MEASURED, List.of(compares("a", "b"), compares("d", "c")))
                        .pairs())
                .containsExactly(new Pair("a", "b"), new Pair("c", "d"));
    }

    @Test
    void soAreTheTwoOfEachPlaceOfASweep() {
        Evidence swept = new Evidence(
                MEASURED.circumstances(),
                MEASURED.warmUp(),
                MEASURED.counted(),
                MEASURED.ruler(),
                List.of(compares("a", "b")),
                List.of(new Subject.Ratio(Figure.MEAN, "d", "c")),
                List.of());
        assertThat(swept.pairs()).containsExactly(new Pair("a", "b"), new Pair("c", "d"));
    }

    @Test
    void twoThatAreComparedWithTheSameThirdAreNotComparedThemselves() {
        assertThat(Sample.with(MEASURED, List.of(compares("b", "a"), compares("c", "a"), compares("a", "b")))
                        .pairs())
                .containsExactly(new Pair("a", "b"), new Pair("a", "c"));
    }

    @Test
    void aMeanOverScenariosJoinsNone() {
        Subject.Ratio one = new Subject.Ratio(Figure.THROUGHPUT, "a", "b");
        Subject.Ratio other = new Subject.Ratio(Figure.THROUGHPUT, "c", "d");
        assertThat(Sample.with(
                                MEASURED,
                                List.of(claim(one), claim(other), claim(new Subject.MeanRatio(List.of(one, other)))))
                        .pairs())
                .hasSize(2);
    }
}
