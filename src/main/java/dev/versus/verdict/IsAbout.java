package dev.versus.verdict;

import dev.versus.InvalidInput;
import dev.versus.statistics.Interval;
import dev.versus.statistics.Margin;
import dev.versus.statistics.Scale;

/**
 * The expectation of a value within a margin of {@code expected}: inside {@code [c/(1+δ), c(1+δ)]} for a relative margin, or
 * {@code [c−δ, c+δ]} for an absolute one.
 *
 * @param expected c; above zero if the margin is relative
 * @param margin δ, the largest deviation that does not matter
 */
public record IsAbout(double expected, Margin margin) implements Expectation {

    public IsAbout {
        FiniteFigure.require(expected);
        if (margin.scale() == Scale.RATIO && expected <= 0) {
            throw new InvalidInput("A claim with a relative margin needs an expected value above zero, not "
                    + FiniteFigure.inWords(expected) + ". For 46 % less write 0.54.");
        }
    }

    @Override
    public Interval required() {
        return margin.around(expected);
    }

    @Override
    public String describe() {
        return "is about " + FiniteFigure.inWords(expected) + " (" + FiniteFigure.inWords(required()) + ")";
    }
}
