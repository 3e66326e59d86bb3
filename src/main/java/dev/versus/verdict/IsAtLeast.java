package dev.versus.verdict;

import dev.versus.statistics.Interval;

/**
 * The figure is {@code least} or more: confirmed when the interval's lower end is, refuted when its upper end is not.
 *
 * @param least c
 */
public record IsAtLeast(double least) implements Expectation {

    public IsAtLeast {
        FiniteFigure.require(least);
    }

    @Override
    public Interval required() {
        return new Interval(least, Double.POSITIVE_INFINITY);
    }

    @Override
    public String describe() {
        return "is at least " + FiniteFigure.inWords(least);
    }
}
