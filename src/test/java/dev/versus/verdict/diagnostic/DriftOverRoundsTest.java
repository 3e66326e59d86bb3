package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import dev.versus.workload.ConstantRate;
import dev.versus.workload.Rate;
import org.junit.jupiter.api.Test;

class DriftOverRoundsTest {

    private final DriftOverRounds driftOverRounds = new DriftOverRounds();

    @Test
    void isSilentAboutLevelRounds() {
        assertThat(driftOverRounds.examine(Sample.ofHealthy("a", "b").evidence()))
                .areNone();
    }

    @Test
    void invalidatesTheOneSideThatDrifts() {
        Evidence evidence =
                Sample.ofHealthy("a").target("b", DriftOverRoundsTest::rising).evidence();
        assertThat(driftOverRounds.examine(evidence)).invalidate("b").because("+9.");
    }

    @Test
    void onlyWarnsWhenAllDriftAlike() {
        Evidence evidence = new Sample()
                .target("a", DriftOverRoundsTest::rising)
                .target("b", DriftOverRoundsTest::rising)
                .evidence();
        assertThat(driftOverRounds.examine(evidence)).warnOf("a", "b");
    }

    @Test
    void isSilentAboutASmallDrift() {
        Evidence evidence = Sample.ofHealthy("a")
                .target("b", round -> Seen.healthy().throughput(10_000 + 40 * round))
                .evidence();
        assertThat(driftOverRounds.examine(evidence)).areNone();
    }

    @Test
    void looksAtLatencyWhereATimetableSetsThePace() {
        Evidence evidence = new Sample()
                .target(
                        "a",
                        ConstantRate.constantRate(Rate.perSecond(100)),
                        round -> Seen.answering(10, 1_000, 2_000 + 100L * round))
                .evidence();
        assertThat(driftOverRounds.examine(evidence)).warnOf("a");
    }

    private static Seen rising(int round) {
        return Seen.healthy().throughput(9_000 + 100 * round);
    }
}
