package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.versus.verdict.Recommended.Standing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendedTest {

    private static final Recommendation BOTH = new Recommendation("do it", List.of("one", "other"));

    private static Judgement judged(String text, Verdict verdict) {
        Statement statement = new Statement(new Subject.Value(Figure.MEAN, "a"), new IsAtMost(1));
        return new Judgement(
                new Claim(text, statement, false),
                verdict,
                Basis.TURNS,
                Optional.empty(),
                OptionalDouble.empty(),
                "so it is");
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, CONFIRMED, GIVEN, one+other",
        "CONFIRMED, REFUTED, WITHHELD, other",
        "INVALID, REFUTED, WITHHELD, other",
        "REFUTED, REFUTED, WITHHELD, one+other",
        "CONFIRMED, INCONCLUSIVE, OPEN, other",
        "INVALID, CONFIRMED, OPEN, one"
    })
    void itIsGivenOnlyIfAllThatItRestsOnIsConfirmed(Verdict one, Verdict other, Standing standing, String grounds) {
        Recommended decided = Recommended.of(
                BOTH, List.of(judged("one", one), judged("unrelated", Verdict.REFUTED), judged("other", other)));
        assertThat(decided).isEqualTo(new Recommended("do it", standing, List.of(grounds.split("\\+", -1))));
    }

    @Test
    void aClaimThatNobodyJudgedLeavesItOpen() {
        List<Judgement> half = Stream.of(judged("one", Verdict.CONFIRMED)).toList();
        assertThat(Recommended.of(BOTH, half)).isEqualTo(new Recommended("do it", Standing.OPEN, List.of("other")));
    }

    @Test
    void itRestsOnSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Recommendation("just do it", List.of()));
    }
}
