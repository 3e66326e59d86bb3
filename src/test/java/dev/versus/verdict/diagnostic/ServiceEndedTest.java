package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import dev.versus.comparison.ServiceEnd;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceEndedTest {

    private final ServiceEnded serviceEnded = new ServiceEnded();

    private static Evidence with(ServiceEnd... ends) {
        Evidence known = Sample.ofHealthy("a", "b").evidence();
        return new Evidence(
                known.circumstances(),
                known.warmUp(),
                known.counted(),
                known.ruler(),
                known.claims(),
                List.of(),
                List.of(ends));
    }

    @Test
    void isSilentWhileAllServicesLive() {
        assertThat(serviceEnded.examine(with())).areNone();
    }

    @Test
    void namesTheServiceItsExitCodeAndTheEndOfItsLog() {
        assertThat(serviceEnded.examine(with(new ServiceEnd(
                        "web-1",
                        List.of("a"),
                        "ended with exit code 137",
                        2,
                        List.of("starting", "heap: \u001b[31m9 MB")))))
                .invalidate("a")
                .because("web-1 ended with exit code 137 in round 2, and requests to a need it;"
                        + " its log ends: starting / heap: \\x1b[31m9 MB");
    }

    @Test
    void warnsOfAServiceThatNoTargetNeeds() {
        assertThat(serviceEnded.examine(
                        with(new ServiceEnd("logs-1", List.of(), "ended with exit code 0", 0, List.of()))))
                .warnOf()
                .because("logs-1 ended with exit code 0 while the run warmed up; its log is empty");
    }
}
