package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionChurnDiffersTest {

    private final ConnectionChurnDiffers connectionChurnDiffers = new ConnectionChurnDiffers();

    @Test
    void warnsWhenOneSideOpensAConnectionARequest() {
        Evidence evidence = Sample.ofHealthy("a")
                .target("b", round -> Seen.healthy().connections(10_000))
                .evidence();
        assertThat(connectionChurnDiffers.examine(evidence)).warnOf("a", "b").because("1.00");
    }

    @Test
    void isSilentAboutTheFirstRound() {
        Evidence evidence = Sample.ofHealthy("a")
                .target("b", round -> Seen.healthy().connections(round == 1 ? 8_000 : 300))
                .evidence();
        assertThat(connectionChurnDiffers.examine(evidence)).areNone();
    }

    @Test
    void isSilentWhenTheWorkloadsAskForIt() {
        Evidence evidence = Sample.ofHealthy("a")
                .target(
                        "b",
                        Sample.LOAD.withoutKeepAlive(),
                        round -> Seen.healthy().connections(10_000))
                .evidence();
        assertThat(connectionChurnDiffers.examine(evidence)).areNone();
    }
}
