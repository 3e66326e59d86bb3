package dev.versus.comparison;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import java.util.List;

/** Everything that a comparison measured. */
public record Outcome(WarmUp warmUp, Observations observed) {

    /** Makes an outcome without duets, of all rounds of all targets in the order in which they ran. */
    public Outcome(WarmUp warmUp, List<Round> rounds) {
        this(warmUp, Observations.ofTurns(rounds));
    }

    /** Returns all turns of all targets, in the order in which they ran. */
    public List<Round> rounds() {
        return observed.turns();
    }

    /** Returns the rounds of one target, in order of their number. */
    public List<Round> of(String target) {
        return rounds().stream().filter(round -> round.target().equals(target)).toList();
    }

    /** Returns all rounds of one target, at least one, as one measurement. */
    public Measurement total(String target) {
        return Measurement.total(of(target));
    }
}
