package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import org.junit.jupiter.api.Test;

class StalledRoundTest {

    private final StalledRound stalledRound = new StalledRound();

    @Test
    void warnsWhereOneRoundHoldsTheTailOfAll() {
        assertThat(stalledRound.examine(withStallOf(500_000, 1_000)))
                .warnOf("a")
                .because("in the median round: 1 of 10 rounds hold the slowest requests (limit 2 times)");
    }

    @Test
    void isSilentWhereRoundsAreAlike() {
        assertThat(stalledRound.examine(Sample.ofHealthy("a").evidence())).areNone();
        assertThat(stalledRound.examine(withStallOf(9_900, 1_000))).areNone();
    }

    @Test
    void isSilentWhereRoundsAreTooSmallForTails() {
        assertThat(stalledRound.examine(withStallOf(500_000, 999))).areNone();
    }

    private static Evidence withStallOf(long micros, long requests) {
        return new Sample()
                .target("a", round -> Seen.answering(1, requests, round == 7 ? micros : 5_000))
                .evidence();
    }
}
