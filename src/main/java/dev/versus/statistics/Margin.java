package dev.versus.statistics;

import dev.versus.InvalidInput;

/**
 * The smallest difference that matters to whoever makes a claim, declared with the claim.
 *
 * @param scale whether the margin is a part of the value or an amount
 * @param size δ: 0.05 for 5 % on the ratio scale, an amount in the metric's unit on the difference scale
 */
public record Margin(Scale scale, double size) {

    public Margin {
        if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("A margin says how large a difference matters, so it is a number above zero; " + size
                    + " is not. For 5 % write 0.05.");
        }
    }

    /** A margin of so large a part: 0.05 for 5 %. */
    public static Margin relative(double part) {
        return new Margin(Scale.RATIO, part);
    }

    /** A margin of so much, in the unit of the metric. */
    public static Margin absolute(double amount) {
        return new Margin(Scale.DIFFERENCE, amount);
    }

    /** The values that differ from {@code centre} by the margin at most: {@code [c/(1+δ), c(1+δ)]} or {@code [c−δ, c+δ]}. */
    public Interval around(double centre) {
        return scale.around(centre, size);
    }

    /** The values that differ too little from "no difference" to matter. */
    public Interval aroundNeutral() {
        return around(scale.neutral());
    }

    /** Whether the interval is narrow enough to judge by this margin: its half-width is under half of it. */
    public boolean isResolvedBy(Interval interval) {
        return scale.halfWidth(interval) < size / 2;
    }
}
