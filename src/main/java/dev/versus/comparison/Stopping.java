package dev.versus.comparison;

import dev.versus.measurement.Observations;
import dev.versus.statistics.StoppingRule;
import dev.versus.statistics.StoppingRule.Decision;

/** Decides after each round whether a comparison goes on. */
@FunctionalInterface
public interface Stopping {

    /**
     * Decides whether to go on.
     *
     * @param observed all rounds so far; the last one has ended on every target
     * @param rule when the run may end
     */
    Decision after(Observations observed, StoppingRule rule);

    /** Returns the plan for the rounds to come: as a rule the same one. */
    default Plan revised(Observations observed, Plan plan) {
        return plan;
    }

    /** Returns a rule that plays every planned round. */
    static Stopping never() {
        return (observed, rule) -> Decision.CONTINUE;
    }
}
