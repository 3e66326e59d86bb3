package dev.versus.verdict;

import dev.versus.statistics.Margin;
import dev.versus.statistics.Scale;
import java.util.Optional;

/** What a claim says: a subject and what is expected of it. */
public record Statement(Subject subject, Expectation expectation) {

    /** The statement in words: "throughput of gateway relative to direct is at least 0.3". */
    public String describe() {
        return subject.describe() + " " + expectation.describe();
    }

    /**
     * The difference that does not matter: the one declared with the claim, or the metric's usual one. A bound on a difference
     * declares none, for a share of nothing is no amount.
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
