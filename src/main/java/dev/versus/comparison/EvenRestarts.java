package dev.versus.comparison;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A fixed number of restarts, spread so that each start has as equal a number of rounds as possible.
 *
 * @param restarts the number of restarts; as many as there are rounds, or more, restart the systems before each round
 * @param launch restarts all systems and returns the targets at their new addresses
 */
public record EvenRestarts(int restarts, Supplier<List<Target>> launch) implements Restarts {

    @Override
    public Optional<List<Target>> before(int round, int planned) {
        return round > 1 && startOf(round, planned) > startOf(round - 1, planned)
                ? Optional.of(launch.get())
                : Optional.empty();
    }

    /** Returns the number, from 0, of the start on which a round is played. */
    private int startOf(int round, int planned) {
        return (round - 1) * (restarts + 1) / planned;
    }
}
