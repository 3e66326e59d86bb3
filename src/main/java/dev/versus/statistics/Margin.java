package dev.versus.statistics;

import dev.versus.InvalidInput;

/**
 * The smallest difference that matters for a claim, declared with the claim.
 *
 * @param scale whether the margin is a share of the value or an amount
 * @param size δ: 0.05 for 5 % on the ratio scale, an amount in the metric's unit on the difference scale
 */
public record Margin(Scale scale, double size) {

    public Margin {
        if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("A margin says how large a difference matters, so it is a number above zero; " + size
                    + " is not. For 5 % write 0.05.");
        }
    }

    /** Returns a margin that is a share of the value: 0.05 for 5 %. */
    public static Margin relative(double part) {
        return new Margin(Scale.RATIO, part);
    }

    /** Returns the values that differ from {@code centre} by the margin at most: {@code [c/(1+δ), c(1+δ)]} or {@code [c−δ, c+δ]}. */
    public Interval around(double centre) {
        return scale.around(centre, size);
    }

    /** Returns the values that differ from "no difference" (ratio 1, difference 0) by the margin at most. */
    public Interval aroundNeutral() {
        return around(scale.neutral());
    }

    /** Tells whether the interval is narrow enough to judge by this margin: its half-width is below half the margin. */
    public boolean isResolvedBy(Interval interval) {
        return scale.halfWidth(interval) < size / 2;
    }
}
