package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;
import static dev.versus.workload.ConstantRate.constantRate;

import dev.versus.measurement.Machine;
import dev.versus.measurement.Ruler;
import dev.versus.workload.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulerOffTest {

    private final RulerOff rulerOff = new RulerOff();
    private final Evidence fiveMillis = Sample.ofHealthy("a").evidence();

    @Test
    void warnsOfAPercentileAtWhichTheRulerIsKnownToBeOff() {
        assertThat(rulerOff.examine(Sample.with(fiveMillis, ruler(off(5_000, 90, 2_000)))))
                .warnOf("a")
                .because("off by +2.000 ms");
        assertThat(rulerOff.examine(Sample.with(fiveMillis, ruler(off(5_000, -200, 20)))))
                .warnOf("a")
                .because("off by -0.200 ms");
    }

    @Test
    void takesTheNearestDelay() {
        Ruler ruler = ruler(off(200, 900, 900), off(1_000, 900, 900), off(5_000, 90, 95), off(20_000, 900, 900));
        assertThat(rulerOff.examine(Sample.with(fiveMillis, ruler))).areNone();
    }

    @Test
    void takesWhatWasReadUnderLoadOfTheSameKindAtTheNearestRate() {
        Evidence paced = new Sample()
                .target("a", constantRate(Rate.perSecond(1_000)), round -> Seen.healthy())
                .evidence();
        Ruler ruler = ruler(off(5_000, 900, 90), at(100, off(5_000, 900, 900)), at(9_000, off(5_000, 90, 90)));
        assertThat(rulerOff.examine(Sample.with(paced, ruler))).areNone();
        assertThat(rulerOff.examine(Sample.with(fiveMillis, ruler))).warnOf("a").because("off by +0.900 ms");
    }

    @Test
    void isSilentIfHalfAsMuchAgainIsWithinThreePerCentAndWithoutAReading() {
        assertThat(rulerOff.examine(Sample.with(fiveMillis, ruler(off(5_000, 95, 95)))))
                .areNone();
        assertThat(rulerOff.examine(Sample.with(fiveMillis, ruler(off(5_000, 104, 90)))))
                .warnOf("a")
                .because("off by +0.104 ms, and another time it can be +0.156 ms (limit 0.150 ms)");
        assertThat(rulerOff.examine(fiveMillis)).areNone();
        assertThat(rulerOff.examine(Sample.with(fiveMillis, ruler()))).areNone();
    }

    private static Ruler.Deviation off(long delay, long p50, long p99) {
        return new Ruler.Deviation(micros(delay), Optional.empty(), micros(p50), micros(p99));
    }

    private static Ruler.Deviation at(double perSecond, Ruler.Deviation off) {
        return new Ruler.Deviation(off.delay(), Optional.of(Rate.perSecond(perSecond)), off.p50(), off.p99());
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }

    private static Ruler ruler(Ruler.Deviation... deviations) {
        return new Ruler(
                Rate.perSecond(40_000),
                micros(80),
                List.of(deviations),
                Duration.ofSeconds(8),
                true,
                Machine.here(),
                "shared",
                Instant.EPOCH);
    }
}
