package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import dev.versus.measurement.Machine;
import dev.versus.measurement.Ruler;
import dev.versus.workload.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeneratorSaturatedTest {

    private final GeneratorSaturated generatorSaturated = new GeneratorSaturated();

    @Test
    void invalidatesWhenTheGeneratorUsesTooMuchOfItsShare() {
        Evidence evidence = Sample.ofHealthy("a")
                .target("b", round -> Seen.healthy().generatorSeconds(0.75))
                .evidence();
        assertThat(generatorSaturated.examine(evidence)).invalidate("b").because("75 %");
    }

    @Test
    void invalidatesWhenThroughputComesNearTheCeiling() {
        Evidence evidence = Sample.with(Sample.ofHealthy("a").evidence(), ruler(14_000));
        assertThat(generatorSaturated.examine(evidence)).invalidate("a").because("71 % of the 14,000/s");
    }

    @Test
    void isSilentBelowBoth() {
        Evidence evidence = Sample.ofHealthy("a").evidence();
        assertThat(generatorSaturated.examine(evidence)).areNone();
        assertThat(generatorSaturated.examine(Sample.with(evidence, ruler(40_000))))
                .areNone();
    }

    private static Ruler ruler(double ceiling) {
        return new Ruler(
                Rate.perSecond(ceiling),
                Duration.ofNanos(80_000),
                List.of(new Ruler.Deviation(
                        Duration.ofMillis(5), Optional.empty(), Duration.ofNanos(60_000), Duration.ofNanos(90_000))),
                Duration.ofSeconds(8),
                true,
                Machine.here(),
                "shared",
                Instant.EPOCH);
    }
}
