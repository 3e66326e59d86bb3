package dev.versus.comparison;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * So many restarts, with as equal a number of rounds on each start as can be.
 *
 * @param restarts how many, fewer than rounds
 * @param rounds how many rounds are planned
 * @param launch starts everything anew and gives the targets at their new addresses
 */
public record EvenRestarts(int restarts, int rounds, Supplier<List<Target>> launch) implements Restarts {

    @Override
    public Optional<List<Target>> before(int round) {
        return round > 1 && startOf(round) > startOf(round - 1) ? Optional.of(launch.get()) : Optional.empty();
    }

    /** On which start a round is played, from 0. */
    private int startOf(int round) {
        return (round - 1) * (restarts + 1) / rounds;
    }
}
