package dev.versus.verdict;

import dev.versus.statistics.Interval;

/**
 * The expectation of a value of {@code most} or less: confirmed if the interval's upper end is at most that, refuted if its lower end is
 * above.
 *
 * @param most the largest value that agrees with the claim, in the subject's unit
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
