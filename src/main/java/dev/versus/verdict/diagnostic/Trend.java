package dev.versus.verdict.diagnostic;

import dev.versus.statistics.Drift;
import java.util.Map;

/**
 * The trend of levels from the first round to the last.
 *
 * @param change the relative change over all rounds by Sen's slope: 0.05 for 5 % more
 * @param pValue the probability of such a trend by chance, from 0 to 1
 */
record Trend(double change, double pValue) {

    static final double LARGEST_CHANGE = 0.05;
    static final double ERROR = 0.01;

    /** Returns the trend of a target's own levels. */
    static Trend of(String target, Evidence evidence) {
        return of(Levels.of(target, evidence));
    }

    /** Returns the trend of b's levels relative to a's. */
    static Trend of(Pair pair, Evidence evidence) {
        Map<Integer, Double> ratios = Levels.ratios(pair, evidence);
        return of(Levels.values(ratios));
    }

    /** Tells whether a target's trend is its own: its ratio to a compared target has a trend that matters. */
    static boolean isOwnOf(String target, Evidence evidence) {
        return evidence.pairs().stream()
                .filter(pair -> pair.has(target))
                .anyMatch(pair -> of(pair, evidence).matters());
    }

    /** Returns the trend of logarithms in the order in which they were measured. */
    static Trend of(double... logarithms) {
        if (logarithms.length < 2) {
            return new Trend(0, 1);
        }
        Drift drift = Drift.over(logarithms);
        return new Trend(Math.expm1(drift.slope() * (logarithms.length - 1)), drift.pValue());
    }

    /** Tells whether the trend is significant at 1 % and larger than 5 %. */
    boolean matters() {
        return pValue <= ERROR && Math.abs(change) > LARGEST_CHANGE;
    }
}
