package dev.versus.comparison;

import java.util.List;
import java.util.Optional;

/** Starts the compared systems anew between rounds, so that what a single start brings with it shows. */
@FunctionalInterface
public interface Restarts {

    /**
     * Starts everything anew if it is time to.
     *
     * @param round the number of the round that comes next
     * @return the targets at their new addresses; nothing if this round is played on what runs
     */
    Optional<List<Target>> before(int round);

    /** Everything is started once. */
    static Restarts never() {
        return round -> Optional.empty();
    }
}
