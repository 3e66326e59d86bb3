package dev.versus.verdict;

/** The answer to a claim. */
public enum Verdict {
    /** Every value in the interval agrees with the claim. */
    CONFIRMED,
    /** No value in the interval agrees with the claim. */
    REFUTED,
    /** Some values agree and some do not: the rounds leave it open. Never read it as "no difference". */
    INCONCLUSIVE,
    /** A diagnostic failed: the measurement may not be believed, whatever the interval says. */
    INVALID;

    /** Whether the rounds settled the claim, one way or the other. */
    public boolean isDecided() {
        return this == CONFIRMED || this == REFUTED;
    }
}
