package dev.versus.verdict;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.versus.statistics.Interval;

/**
 * What a claim expects of a figure. One rule serves every kind: the claim names the values it requires, and the interval lies
 * all inside them, all outside, or across their edge.
 *
 * <p>For equivalence this is the two one-sided tests procedure at half the interval's error each. Source: D. J. Schuirmann, "A
 * Comparison of the Two One-Sided Tests Procedure and the Power Approach", Journal of Pharmacokinetics and Biopharmaceutics 15
 * (1987), 657–680.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = IsAbout.class, name = "is-about"),
    @JsonSubTypes.Type(value = IsAtLeast.class, name = "is-at-least"),
    @JsonSubTypes.Type(value = IsAtMost.class, name = "is-at-most"),
    @JsonSubTypes.Type(value = IsEquivalent.class, name = "is-equivalent")
})
public sealed interface Expectation permits IsAbout, IsAtLeast, IsAtMost, IsEquivalent {

    /** The values that agree with the claim, both ends included. */
    Interval required();

    /** The expectation in words, to follow the name of the figure: "is at least 0.9". */
    String describe();

    /** Confirmed, refuted or inconclusive; never invalid, which only a diagnostic can tell. */
    default Verdict judge(Interval interval) {
        if (required().encloses(interval)) {
            return Verdict.CONFIRMED;
        }
        return required().isDisjointFrom(interval) ? Verdict.REFUTED : Verdict.INCONCLUSIVE;
    }
}
