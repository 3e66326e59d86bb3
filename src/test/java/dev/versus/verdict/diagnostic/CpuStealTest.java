package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import org.junit.jupiter.api.Test;

class CpuStealTest {

    private final CpuSteal cpuSteal = new CpuSteal();

    @Test
    void isSilentAboutALittle() {
        assertThat(cpuSteal.examine(stealing(0.04, 0.05))).areNone();
    }

    @Test
    void warnsOfMore() {
        assertThat(cpuSteal.examine(stealing(0.06, 0.04))).warnOf("a").because("6.0 %");
    }

    @Test
    void invalidatesWhenATenthIsGone() {
        assertThat(cpuSteal.examine(stealing(0.12, 0.13))).invalidate("a", "b");
    }

    @Test
    void invalidatesTheSideThatSuffersAlone() {
        assertThat(cpuSteal.examine(stealing(0.01, 0.07))).invalidate("b");
    }

    @Test
    void weighsRoundsByTheirLength() {
        Evidence evidence = new Sample()
                .target(
                        "a",
                        round -> round == 1 ? Seen.answering(0.01, 100, 5_000).machine(1, 0.9) : Seen.healthy())
                .evidence();
        assertThat(cpuSteal.examine(evidence)).areNone();
    }

    @Test
    void saysNothingOfTooFewTicks() {
        Evidence evidence = new Sample()
                .target("a", round -> Seen.answering(0.01, 100, 5_000).machine(1, 0.5))
                .evidence();
        assertThat(cpuSteal.examine(evidence)).areNone();
    }

    private static Evidence stealing(double fromA, double fromB) {
        return new Sample()
                .target("a", round -> Seen.healthy().machine(0.9, fromA))
                .target("b", round -> Seen.healthy().machine(0.9, fromB))
                .evidence();
    }
}
