package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import dev.versus.EnvironmentFacts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserlandProxyTest {

    private static final Surroundings PROXIED =
            Surroundings.unknown().pathHops("bridge", EnvironmentFacts.DOCKER_PROXY);

    private final UserlandProxy userlandProxy = new UserlandProxy();

    @Test
    void warnsOfTheProxiedSide() {
        assertThat(userlandProxy.examine(Sample.with(Sample.ofHealthy("a", "b").evidence(), Map.of("b", PROXIED))))
                .warnOf("b");
    }

    @Test
    void isSilentWhenAllPathsHaveIt() {
        assertThat(userlandProxy.examine(
                        Sample.with(Sample.ofHealthy("a", "b").evidence(), Map.of("a", PROXIED, "b", PROXIED))))
                .areNone();
    }

    @Test
    void isSilentAboutOtherHops() {
        assertThat(userlandProxy.examine(Sample.with(
                        Sample.ofHealthy("a", "b").evidence(),
                        Map.of("a", Surroundings.unknown().pathHops("veth")))))
                .areNone();
    }
}
