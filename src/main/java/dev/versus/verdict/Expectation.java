package dev.versus.verdict;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.versus.statistics.Interval;

/**
 * The range of values that a claim requires of its subject. All kinds are judged by one rule: the claim is confirmed if the whole
 * interval lies in the required range, refuted if the two do not overlap, and inconclusive otherwise.
 *
 * <p>For equivalence this is the two one-sided tests procedure, each test at half of the interval's error. Source: D. J. Schuirmann, "A
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

    /** Returns the values that agree with the claim, both ends included, in the subject's unit. */
    Interval required();

    /** Returns the expectation in words that follow the subject: "is at least 0.9". */
    String describe();

    /** Compares the measured interval with the required values: confirmed, refuted or inconclusive, never invalid. */
    default Verdict judge(Interval interval) {
        if (required().encloses(interval)) {
            return Verdict.CONFIRMED;
        }
        return required().isDisjointFrom(interval) ? Verdict.REFUTED : Verdict.INCONCLUSIVE;
    }
}
