package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import dev.versus.measurement.BodyLengths;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class UnequalBodiesTest {

    private final UnequalBodies unequalBodies = new UnequalBodies();

    @Test
    void isSilentAboutEqualBodies() {
        assertThat(unequalBodies.examine(Sample.ofHealthy("a", "b").evidence())).areNone();
    }

    @Test
    void invalidatesWhenOneSideAnswersMuchLess() {
        assertThat(unequalBodies.examine(with(new Sample(), BodyLengths.of(1_000, 10_000), 7)))
                .invalidate("a", "b")
                .because("1000.0");
    }

    @Test
    void warnsOfOtherLengths() {
        assertThat(unequalBodies.examine(with(new Sample(), BodyLengths.of(2_060, 10_000), 7)))
                .warnOf("a", "b");
    }

    @Test
    void warnsOfOtherContentOfTheSameLength() {
        assertThat(unequalBodies.examine(with(new Sample(), BodyLengths.of(2_056, 10_000), 7)))
                .warnOf("a", "b");
    }

    @Test
    void isSilentAboutBodiesThatChangeFromRoundToRound() {
        Evidence evidence = Sample.ofHealthy("a")
                .target("b", round -> Seen.healthy().bodies(BodyLengths.of(2_056, 10_000), round))
                .evidence();
        assertThat(unequalBodies.examine(evidence)).areNone();
    }

    @Test
    void isSilentWhenOneSideNeverAnswered() {
        assertThat(unequalBodies.examine(with(new Sample(), BodyLengths.none(), 0))).areNone();
    }

    @Test
    void isSilentAboutAFewAnswersThatSayNothing() {
        Evidence evidence = new Sample()
                .target("a", round -> Seen.healthy().bodies(BodyLengths.of(1_000, round == 1 ? 3 : 0), round))
                .target("b", round -> Seen.healthy().bodies(BodyLengths.of(2_000, round == 1 ? 3 : 0), round))
                .evidence();
        assertThat(unequalBodies.examine(evidence)).areNone();
    }

    @Test
    void isSilentAboutAPageOfRandomLengthThatIsComparedWithItself() {
        Random random = new Random(7);
        int told = 0;
        for (int run = 0; run < 200; run++) {
            told += unequalBodies.examine(alike(random)).size();
        }
        Assertions.assertThat(told).isLessThanOrEqualTo(2);
    }

    private static Evidence alike(Random random) {
        return new Sample()
                .target("a", round -> Seen.healthy().bodies(random(random), random.nextLong()))
                .target("b", round -> Seen.healthy().bodies(random(random), random.nextLong()))
                .evidence();
    }

    private static BodyLengths random(Random random) {
        BodyLengths lengths = BodyLengths.none();
        for (int answer = 0; answer < 60; answer++) {
            lengths = lengths.plus(BodyLengths.of(100 + random.nextInt(99_901), 1));
        }
        return lengths;
    }

    private static Evidence with(Sample sample, BodyLengths lengths, long checksum) {
        return sample.target("a", round -> Seen.healthy())
                .target("b", round -> Seen.healthy().bodies(lengths, checksum))
                .evidence();
    }
}
