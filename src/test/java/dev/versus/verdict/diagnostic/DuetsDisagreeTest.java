package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import dev.versus.measurement.DuetSlice;
import dev.versus.measurement.Observations;
import dev.versus.verdict.CountedRounds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuetsDisagreeTest {

    private final DuetsDisagree duetsDisagree = new DuetsDisagree();

    @Test
    void is_silent_where_both_ways_tell_the_same() {
        assertThat(duetsDisagree.examine(withDuets(1.1, 1.1))).areNone();
    }

    @Test
    void warns_where_targets_hinder_each_other() {
        assertThat(duetsDisagree.examine(withDuets(1.1, 1.4)))
                .warnOf("a", "b")
                .because("1.400 times the CPU time of one to a when both are loaded at once, and 1.100 times in turns");
    }

    @Test
    void is_silent_without_duets() {
        assertThat(duetsDisagree.examine(inTurns(1.1))).areNone();
    }

    private static Evidence inTurns(double factor) {
        return new Sample()
                .target("a", round -> cost(1, round))
                .target("b", round -> cost(factor, round))
                .evidence();
    }

    private static Seen cost(double factor, int round) {
        return Seen.healthy().servicesSeconds(factor * (1 + round / 1000.0));
    }

    private static Evidence withDuets(double alone, double together) {
        Evidence turns = inTurns(alone);
        List<DuetSlice> slices = IntStream.rangeClosed(1, 10)
                .mapToObj(round -> new DuetSlice(
                        round,
                        Instant.EPOCH,
                        Map.of(
                                "a", cost(1, round).measurement(),
                                "b", cost(together, round).measurement())))
                .toList();
        Observations observed = new Observations(turns.counted().rounds(), slices);
        return new Evidence(
                turns.circumstances(), turns.warmUp(), CountedRounds.among(observed, 2), turns.ruler(), turns.claims());
    }
}
