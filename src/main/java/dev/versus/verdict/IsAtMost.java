package dev.versus.verdict;

import dev.versus.statistics.Interval;

/**
 * The figure is {@code most} or less: confirmed when the interval's upper end is, refuted when its lower end is not.
 *
 * @param most c
 */
public record IsAtMost(double most) implements Expectation {

    public IsAtMost {
        FiniteFigure.require(most);
    }

    @Override
    public Interval required() {
        return new Interval(Double.NEGATIVE_INFINITY, most);
    }

    @Override
    public String describe() {
        return "is at most " + FiniteFigure.inWords(most);
    }
}
