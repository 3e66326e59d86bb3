package dev.versus.verdict;

import dev.versus.InvalidInput;
import dev.versus.statistics.Interval;
import dev.versus.statistics.Margin;
import dev.versus.statistics.Scale;

/**
 * The figure is {@code expected}, give or take the margin: inside {@code [c/(1+δ), c(1+δ)]}, or {@code [c−δ, c+δ]} for
 * differences.
 *
 * @param expected c, above zero on the ratio scale
 * @param margin δ, the difference that does not matter yet
 */
public record IsAbout(double expected, Margin margin) implements Expectation {

    public IsAbout {
        FiniteFigure.require(expected);
        if (margin.scale() == Scale.RATIO && expected <= 0) {
            throw new InvalidInput("A claim about a part of the value expects a value above zero, not "
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
