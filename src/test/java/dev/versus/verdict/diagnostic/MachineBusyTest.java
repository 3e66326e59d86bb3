package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import org.junit.jupiter.api.Test;

class MachineBusyTest {

    private final MachineBusy machineBusy = new MachineBusy();

    @Test
    void warnsWhenOthersUseTheCpu() {
        // Of two CPU seconds a second all are used, and generator and service need 1.4 of them.
        Evidence evidence = Sample.ofHealthy("a")
                .target("b", round -> Seen.healthy().machine(1, 0))
                .evidence();
        assertThat(machineBusy.examine(evidence)).warnOf("b").because("30 %");
    }

    @Test
    void doesNotBlameOthersForWhatTheHypervisorTook() {
        Evidence evidence = new Sample()
                .target("a", round -> Seen.healthy().machine(1, 0.15))
                .evidence();
        assertThat(machineBusy.examine(evidence)).areNone();
    }

    @Test
    void saysNothingOfTooFewTicks() {
        Evidence evidence = new Sample()
                .target(
                        "a",
                        round -> Seen.answering(0.01, 100, 5_000)
                                .generatorSeconds(0)
                                .machine(1, 0))
                .evidence();
        assertThat(machineBusy.examine(evidence)).areNone();
    }
}
