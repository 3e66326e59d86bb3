package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import dev.versus.verdict.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoSteadyStateTest {

    private final NoSteadyState noSteadyState = new NoSteadyState();

    @Test
    void isSilentAfterALevelWarmUp() {
        assertThat(noSteadyState.examine(Sample.ofHealthy("a", "b").evidence())).areNone();
    }

    @Test
    void warnsOfACutOffWarmUpWhenTheRoundsAreLevel() {
        assertThat(noSteadyState.examine(
                        Sample.ofHealthy("a", "b").warmUpCutOff().evidence()))
                .warnOf("a", "b")
                .because("no trend");
    }

    @Test
    void invalidatesACutOffWarmUpWhenTheRoundsGoOnRising() {
        Evidence evidence = new Sample()
                .target("a", round -> Seen.healthy().throughput(9_000 + 100 * round))
                .warmUpCutOff()
                .evidence();
        assertThat(noSteadyState.examine(evidence)).invalidate("a").because("still moved");
    }

    @Test
    void warnsWhenAllTargetsGoOnFallingAlikeForThenTheMachineBecameBusier() {
        Evidence evidence = new Sample()
                .target("a", round -> Seen.healthy().throughput(10_000 - 100 * round))
                .target("b", round -> Seen.healthy().throughput(5_000 - 50 * round))
                .warmUpCutOff()
                .evidence();
        assertThat(noSteadyState.examine(evidence)).warnOf("a", "b").because("and the others with them");
    }

    @Test
    void invalidatesOneThatAloneGoesOnRising() {
        Evidence evidence = new Sample()
                .target("a", round -> Seen.healthy().throughput(9_000 + 100 * round))
                .target("b", round -> Seen.healthy().throughput(10_000))
                .warmUpCutOff()
                .evidence();
        List<Finding> findings = noSteadyState.examine(evidence);
        assertThat(findings.stream().filter(one -> one.targets().contains("a")).toList())
                .invalidate("a");
        assertThat(findings.stream().filter(one -> one.targets().contains("b")).toList())
                .warnOf("b");
    }

    @Test
    void warnsOfAFirstRoundThatStandsApart() {
        Evidence evidence = new Sample()
                .target("a", round -> Seen.healthy().throughput(round == 1 ? 8_000 : 10_000))
                .evidence();
        assertThat(noSteadyState.examine(Sample.first(9, evidence))).warnOf("a").because("-20.0 %");
        assertThat(noSteadyState.examine(evidence)).areNone();
    }

    @Test
    void warnsWhenTheCostDoesNotSettleAndInvalidatesWhenARatioMovesWithIt() {
        Sample alike = new Sample()
                .target("a", round -> Seen.healthy().throughput(9_000 + 100 * round))
                .target("b", round -> Seen.healthy().throughput(4_500 + 50 * round));
        assertThat(noSteadyState.examine(alike.evidence())).warnOf("a", "b").because("moved by -9.0 %");
        Sample apart = new Sample()
                .target("a", round -> Seen.healthy().throughput(8_400 + 150 * round))
                .target("b", round -> Seen.healthy().throughput(9_000));
        assertThat(noSteadyState.examine(apart.evidence())).invalidate("a", "b").because("had not settled");
    }

    @Test
    void isSilentWhenAllRoundsScatter() {
        Evidence evidence = new Sample()
                .target("a", round -> Seen.healthy().throughput(round % 2 == 1 ? 7_000 : 10_000))
                .evidence();
        assertThat(noSteadyState.examine(evidence)).areNone();
    }
}
