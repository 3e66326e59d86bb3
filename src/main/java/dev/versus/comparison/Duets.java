package dev.versus.comparison;

import java.util.List;

/**
 * The duets of a comparison.
 *
 * @param pairs the pairs that are loaded at once, each in every round
 * @param share the share of the time for counted load that goes into duets, 0 to 1; the rest goes into turns
 */
public record Duets(List<Duet> pairs, double share) {

    public Duets {
        pairs = List.copyOf(pairs);
    }

    /** Returns no duets: all load is offered in turns. */
    public static Duets none() {
        return new Duets(List.of(), 0);
    }
}
