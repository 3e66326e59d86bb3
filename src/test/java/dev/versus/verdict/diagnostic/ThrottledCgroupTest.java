package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import java.util.Map;
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
    void isSilentAboutATouchAndWhereNothingIsKnown() {
        assertThat(throttledCgroup.examine(throttled(0, 0.1))).areNone();
        assertThat(throttledCgroup.examine(Sample.ofHealthy("a").evidence())).areNone();
    }

    private static Evidence throttled(double a, double b) {
        Surroundings unknown = Surroundings.unknown();
        return Sample.ofHealthy("a", "b")
                .evidence()
                .with(Map.of("a", unknown.throttledSeconds(a), "b", unknown.throttledSeconds(b)));
    }
}
