package dev.versus.comparison;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import java.util.List;

/**
 * Everything that a comparison measured.
 *
 * @param warmUp the warm-up before the rounds
 * @param rounds all rounds of all targets, in the order in which they ran
 */
public record Outcome(WarmUp warmUp, List<Round> rounds) {

    public Outcome {
        rounds = List.copyOf(rounds);
    }

    /** Returns the rounds of one target, in order of their number. */
    public List<Round> of(String target) {
        return rounds.stream().filter(round -> round.target().equals(target)).toList();
    }

    /**
     * Returns all rounds of one target as one measurement.
     *
     * @throws IllegalArgumentException if the target has no round
     */
    public Measurement total(String target) {
        return of(target).stream()
                .map(Round::measurement)
                .reduce(Measurement::plus)
                .orElseThrow(() -> new IllegalArgumentException("no round of target " + target));
    }
}
