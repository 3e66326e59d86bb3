package dev.versus.verdict;

import dev.versus.PublicApi;
import dev.versus.statistics.Margin;
import dev.versus.statistics.Scale;
import java.util.Optional;

/** A claim's content: a subject and the expected value. */
@PublicApi
public record Statement(Subject subject, Expectation expectation) {

    /** Returns the statement in words: "throughput of gateway relative to direct is at least 0.3". */
    public String describe() {
        return subject.describe() + " " + expectation.describe();
    }

    /**
     * Returns the margin, the largest difference that does not matter: the claim's own, or the metric's usual one. Empty for a bound
     * on a difference, because the usual margin is relative and a difference of zero has no relative margin.
     */
    public Optional<Margin> margin() {
        if (expectation instanceof IsAbout about) {
            return Optional.of(about.margin());
        }
        if (expectation instanceof IsEquivalent equivalent) {
            return Optional.of(equivalent.margin());
        }
        return subject.scale() == Scale.RATIO
                ? Optional.of(Margin.relative(subject.metric().usualMargin()))
                : Optional.empty();
    }
}
