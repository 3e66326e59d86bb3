package dev.versus.verdict.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.verdict.Claim;
import dev.versus.verdict.Figure;
import dev.versus.verdict.IsAtLeast;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class OppositionTest {

    private static final List<String> TARGETS = List.of("a", "b", "c", "d", "idle");

    private static Claim claim(Subject subject) {
        return new Claim("a claim", new Statement(subject, new IsAtLeast(1)), false);
    }

    private static Claim compares(String target, String baseline) {
        return claim(new Subject.Ratio(Figure.THROUGHPUT, target, baseline));
    }

    @Test
    void whereNoClaimComparesEveryTwoTargetsAreSetAgainstEachOther() {
        assertThat(Opposition.of(TARGETS, List.of())).hasSize(10);
        assertThat(Opposition.of(TARGETS, List.of(claim(new Subject.Value(Figure.MEAN, "a")))))
                .hasSize(10);
    }

    @Test
    void onlyTargetsThatAClaimComparesAre() {
        assertThat(Opposition.of(TARGETS, List.of(compares("a", "b"), compares("d", "c"))))
                .containsExactly(new Pair("a", "b"), new Pair("c", "d"));
    }

    @Test
    void twoThatAreComparedWithTheSameThirdAreNotComparedThemselves() {
        assertThat(Opposition.of(TARGETS, List.of(compares("b", "a"), compares("c", "a"), compares("a", "b"))))
                .containsExactly(new Pair("a", "b"), new Pair("a", "c"));
    }

    @Test
    void aMeanOverScenariosJoinsNone() {
        Subject.Ratio one = new Subject.Ratio(Figure.THROUGHPUT, "a", "b");
        Subject.Ratio other = new Subject.Ratio(Figure.THROUGHPUT, "c", "d");
        assertThat(Opposition.of(
                        TARGETS, List.of(claim(one), claim(other), claim(new Subject.MeanRatio(List.of(one, other))))))
                .hasSize(2);
    }
}
