package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThrottledCgroupTest {

    private final ThrottledCgroup throttledCgroup = new ThrottledCgroup();

    @Test
    void invalidatesTheOneSideThatIsHeldBack() {
        assertThat(throttledCgroup.examine(throttled(0, 2))).invalidate("b").because("20.0 %");
    }

    @Test
    void onlyWarnsWhenAllAre() {
        assertThat(throttledCgroup.examine(throttled(1, 2))).warnOf("a", "b");
    }

    @Test
    void onlyWarnsWhereTheLimitIsOfAnotherVariant() {
        Evidence declared = Sample.with(throttled(0, 2), Map.of("a", around("half a CPU"), "b", around("a whole CPU")));
        assertThat(throttledCgroup.examine(declared)).warnOf("b");
        Evidence alike = Sample.with(throttled(0, 2), Map.of("a", around("half a CPU"), "b", around("half a CPU")));
        assertThat(throttledCgroup.examine(alike)).invalidate("b");
    }

    private static Surroundings around(String variant) {
        return Surroundings.unknown()
                .origin(new Surroundings.Origin("shop", Optional.of(variant), "docker", Set.of("web")));
    }

    @Test
    void isSilentAboutATouchAndWhereNothingIsKnown() {
        assertThat(throttledCgroup.examine(throttled(0, 0.1))).areNone();
        assertThat(throttledCgroup.examine(Sample.ofHealthy("a").evidence())).areNone();
    }

    private static Evidence throttled(double a, double b) {
        return new Sample()
                .target("a", round -> Seen.healthy().throttled(a / 10))
                .target("b", round -> Seen.healthy().throttled(b / 10))
                .evidence();
    }
}
