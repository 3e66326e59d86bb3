package dev.versus.comparison;

import java.util.List;
import java.util.Optional;

/** Restarts the compared systems between rounds, so that the effect of a single start becomes visible. */
@FunctionalInterface
public interface Restarts {

    /**
     * Restarts all systems if this round calls for it.
     *
     * @param round the number of the next round
     * @param planned the number of rounds that were planned at first
     * @return the targets at their new addresses; empty if nothing was restarted
     */
    Optional<List<Target>> before(int round, int planned);
}
