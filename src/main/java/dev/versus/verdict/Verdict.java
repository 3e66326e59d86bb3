package dev.versus.verdict;

/** The answer to a claim. */
public enum Verdict {
    /** Every value in the interval agrees with the claim. */
    CONFIRMED,
    /** No value in the interval agrees with the claim. */
    REFUTED,
    /** Some values in the interval agree with the claim and some do not. This does not mean "no difference". */
    INCONCLUSIVE,
    /** The measurement cannot be trusted because a diagnostic failed, or the rounds do not support the metric. */
    INVALID;

    /** Tells whether the claim is decided: confirmed or refuted. */
    public boolean isDecided() {
        return this == CONFIRMED || this == REFUTED;
    }
}
