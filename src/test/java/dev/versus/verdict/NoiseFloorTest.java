package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoiseFloorTest {

    @Test
    void setsATargetAgainstItsTwinInThreeMetricsAndGatesNothing() {
        assertThat(NoiseFloor.claims("direct"))
                .extracting(Claim::text)
                .containsExactly(
                        "noise: throughput of direct again relative to direct",
                        "noise: mean of direct again relative to direct",
                        "noise: p50 of direct again relative to direct");
        assertThat(NoiseFloor.claims("direct"))
                .noneMatch(Claim::gate)
                .allMatch(NoiseFloor::isNoise)
                .allMatch(claim -> claim.statement().expectation() instanceof IsEquivalent);
    }

    @Test
    void aClaimOnTwoTargetsIsNoNoise() {
        Subject ratio = new Subject.Ratio(Figure.THROUGHPUT, "gateway", "direct");
        assertThat(NoiseFloor.isNoise(new Claim("it", new Statement(ratio, new IsAtLeast(1)), false)))
                .isFalse();
    }
}
