package dev.versus.verdict;

import dev.versus.statistics.Estimate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The answer to a claim.
 *
 * @param basis the load from which the estimate is read
 * @param estimate the claim's subject as measured; empty if the rounds do not support an estimate
 * @param smallestEffect the smallest difference that the rounds could have detected with a power of 80 %: relative for a ratio or
 *     value, in the metric's unit for a difference; empty where it does not apply
 * @param reason one sentence: why this verdict, and what to do if it decides nothing
 */
public record Judgement(
        Claim claim,
        Verdict verdict,
        Basis basis,
        Optional<Estimate> estimate,
        OptionalDouble smallestEffect,
        String reason) {

    /** Returns this judgement with the verdict {@code invalid}, because of a diagnostic's finding. */
    public Judgement invalidated(String why) {
        return new Judgement(claim, Verdict.INVALID, basis, estimate, smallestEffect, why);
    }

    /** Returns this judgement with another verdict, because of something that its interval does not tell. */
    public Judgement overruled(Verdict by, String why) {
        return new Judgement(claim, by, basis, estimate, smallestEffect, why);
    }

    /** Tells whether the judgement fails the build: a refuted gate, or in strict mode any gate that is not confirmed. */
    public boolean breaks(boolean strict) {
        return claim.gate() && (verdict == Verdict.REFUTED || (strict && verdict != Verdict.CONFIRMED));
    }
}
