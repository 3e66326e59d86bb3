package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UnequalBodiesTest {

    private final UnequalBodies unequalBodies = new UnequalBodies();

    @Test
    void isSilentAboutEqualBodies() {
        assertThat(unequalBodies.examine(Sample.ofHealthy("a", "b").evidence())).areNone();
    }

    @Test
    void invalidatesWhenOneSideAnswersMuchLess() {
        assertThat(unequalBodies.examine(with(new Sample(), Map.of(1_000, 10_000L), 7)))
                .invalidate("a", "b")
                .because("1000.0");
    }

    @Test
    void warnsOfOtherLengths() {
        assertThat(unequalBodies.examine(with(new Sample(), Map.of(2_060, 10_000L), 7)))
                .warnOf("a", "b");
    }

    @Test
    void warnsOfOtherContentOfTheSameLength() {
        assertThat(unequalBodies.examine(with(new Sample(), Map.of(2_056, 10_000L), 7)))
                .warnOf("a", "b");
    }

    @Test
    void isSilentAboutBodiesThatChangeFromRoundToRound() {
        Evidence evidence = Sample.ofHealthy("a")
                .target("b", round -> Seen.healthy().bodies(Map.of(2_056, 10_000L), round))
                .evidence();
        assertThat(unequalBodies.examine(evidence)).areNone();
    }

    @Test
    void isSilentWhenOneSideNeverAnswered() {
        assertThat(unequalBodies.examine(with(new Sample(), Map.of(), 0))).areNone();
    }

    private static Evidence with(Sample sample, Map<Integer, Long> lengths, long checksum) {
        return sample.target("a", round -> Seen.healthy())
                .target("b", round -> Seen.healthy().bodies(lengths, checksum))
                .evidence();
    }
}
