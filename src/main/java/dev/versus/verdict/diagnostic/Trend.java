package dev.versus.verdict.diagnostic;

import dev.versus.statistics.Drift;
import java.util.Map;

/**
 * How levels move from the first round to the last.
 *
 * @param change the change over all rounds by Sen's slope, as a share: 0.05 for 5 % more
 * @param pValue how likely so clear a trend is without any
 */
record Trend(double change, double pValue) {

    static final double LARGEST_CHANGE = 0.05;
    static final double ERROR = 0.01;

    /** The trend of a target's own levels. */
    static Trend of(String target, Evidence evidence) {
        return of(Levels.of(target, evidence));
    }

    /** The trend of one target's levels relative to the other's. */
    static Trend of(Pair pair, Evidence evidence) {
        Map<Integer, Double> ratios = Levels.ratios(pair, evidence);
        return of(Levels.values(ratios));
    }

    /** Whether a target moved otherwise than one that claims set it against: their ratio has a trend that matters. */
    static boolean isOwnOf(String target, Evidence evidence) {
        return evidence.pairs().stream()
                .filter(pair -> pair.has(target))
                .anyMatch(pair -> of(pair, evidence).matters());
    }

    private static Trend of(double... logarithms) {
        if (logarithms.length < 2) {
            return new Trend(0, 1);
        }
        Drift drift = Drift.over(logarithms);
        return new Trend(Math.expm1(drift.slope() * (logarithms.length - 1)), drift.pValue());
    }

    /** Whether it is both too clear for chance and too large to leave aside. */
    boolean matters() {
        return pValue <= ERROR && Math.abs(change) > LARGEST_CHANGE;
    }
}
