package dev.versus.comparison;

import dev.versus.measurement.Round;
import dev.versus.statistics.StoppingRule;
import dev.versus.statistics.StoppingRule.Decision;
import java.util.List;

/** Decides after each round whether a comparison goes on. */
@FunctionalInterface
public interface Stopping {

    /**
     * Decides whether to go on.
     *
     * @param rounds all rounds of all targets so far; the last one has ended on every target
     * @param rule when the run may end
     */
    Decision after(List<Round> rounds, StoppingRule rule);

    /** Returns the plan for the rounds to come: as a rule the same one. */
    default Plan revised(List<Round> rounds, Plan plan) {
        return plan;
    }

    /** Returns a rule that plays every planned round. */
    static Stopping never() {
        return (rounds, rule) -> Decision.CONTINUE;
    }
}
