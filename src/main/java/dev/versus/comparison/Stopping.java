package dev.versus.comparison;

import dev.versus.measurement.Round;
import dev.versus.statistics.StoppingRule.Decision;
import java.util.List;

/** Decides after each round whether a comparison goes on. */
@FunctionalInterface
public interface Stopping {

    /**
     * Decides whether to go on.
     *
     * @param rounds all rounds of all targets so far; the last one has ended on every target
     */
    Decision after(List<Round> rounds);

    /** Returns a rule that plays every planned round. */
    static Stopping never() {
        return rounds -> Decision.CONTINUE;
    }
}
