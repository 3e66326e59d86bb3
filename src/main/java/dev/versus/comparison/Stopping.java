package dev.versus.comparison;

import dev.versus.measurement.Round;
import dev.versus.statistics.StoppingRule.Decision;
import java.util.List;

/** Says after each round whether a comparison goes on. */
@FunctionalInterface
public interface Stopping {

    /**
     * What to do now.
     *
     * @param rounds every round that has ended; the last one has ended on every target
     */
    Decision after(List<Round> rounds);

    /** Every planned round is played. */
    static Stopping never() {
        return rounds -> Decision.CONTINUE;
    }
}
