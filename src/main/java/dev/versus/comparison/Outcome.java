package dev.versus.comparison;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import java.util.List;

/**
 * Everything that a comparison measured.
 *
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

    /** Returns all rounds of one target, at least one, as one measurement. */
    public Measurement total(String target) {
        return Measurement.total(of(target));
    }
}
