package dev.versus.verdict;

import dev.versus.statistics.Interval;
import dev.versus.statistics.Margin;

/**
 * The expectation that two targets are equivalent: the ratio is inside {@code [1/(1+δ), 1+δ]}, or the difference inside
 * {@code [−δ, δ]}.
 *
 * @param margin δ, the largest difference that does not matter
 */
public record IsEquivalent(Margin margin) implements Expectation {

    @Override
    public Interval required() {
        return margin.aroundNeutral();
    }

    @Override
    public String describe() {
        return "is equivalent (" + FiniteFigure.inWords(required()) + ")";
    }
}
