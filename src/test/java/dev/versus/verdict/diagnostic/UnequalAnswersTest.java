package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import dev.versus.measurement.FailureKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnequalAnswersTest {

    private final UnequalAnswers unequalAnswers = new UnequalAnswers();

    @Test
    void isSilentWhenAllSucceed() {
        assertThat(unequalAnswers.examine(Sample.ofHealthy("a", "b").evidence()))
                .areNone();
    }

    @Test
    void isSilentAboutChance() {
        Evidence evidence = new Sample()
                .target("a", round -> Seen.healthy().failing(FailureKind.CONNECTION, 20))
                .target("b", round -> Seen.healthy().failing(FailureKind.CONNECTION, 22))
                .evidence();
        assertThat(unequalAnswers.examine(evidence)).areNone();
    }

    @Test
    void invalidatesWhenOneSideFailsMuchMore() {
        Evidence evidence = Sample.ofHealthy("a")
                .target("b", round -> Seen.healthy().failing(FailureKind.CONNECTION, 500))
                .evidence();
        assertThat(unequalAnswers.examine(evidence)).invalidate("a", "b").because("4.76 %");
    }

    @Test
    void saysWithWhichStatusesTheyFailed() {
        Evidence evidence = Sample.ofHealthy("a")
                .target(
                        "b",
                        round -> Seen.healthy()
                                .failing(FailureKind.STATUS, 500)
                                .statuses(Map.of(200, 10_000L, 503, 500L)))
                .evidence();
        assertThat(unequalAnswers.examine(evidence)).invalidate("a", "b").because("of those to b (503 × 5,000)");
    }

    @Test
    void warnsOfFewFailures() {
        Evidence evidence = Sample.ofHealthy("a")
                .target("b", round -> Seen.healthy().failing(FailureKind.CONNECTION, 30))
                .evidence();
        assertThat(unequalAnswers.examine(evidence)).warnOf("a", "b");
    }

    @Test
    void onlyWarnsBetweenWorkloadsThatDifferOnPurpose() {
        Evidence evidence = Sample.ofHealthy("a")
                .target("b", Sample.LOAD.get("/other"), round -> Seen.healthy().failing(FailureKind.CONNECTION, 500))
                .evidence();
        assertThat(unequalAnswers.examine(evidence)).warnOf("a", "b");
    }

    @Test
    void invalidatesWhenOneSideRedirects() {
        Evidence evidence = Sample.ofHealthy("a")
                .target("b", round -> Seen.healthy().statuses(Map.of(302, 10_000L)))
                .evidence();
        assertThat(unequalAnswers.examine(evidence)).invalidate("a", "b").because("were answered with 200");
    }

    @Test
    void leavesLengthsToTheBodies() {
        Evidence evidence = Sample.ofHealthy("a")
                .target("b", round -> Seen.healthy().failing(FailureKind.LENGTH, 996))
                .evidence();
        assertThat(unequalAnswers.examine(evidence)).areNone();
    }
}
