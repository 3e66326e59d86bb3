package dev.versus.verdict;

import dev.versus.statistics.Interval;

/**
 * The expectation of a value of {@code least} or more: confirmed if the interval's lower end is at least that, refuted if its upper end
 * is below.
 *
 * @param least the smallest value that agrees with the claim, in the subject's unit
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
