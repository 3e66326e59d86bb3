package dev.versus.verdict;

import dev.versus.statistics.Estimate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The answer to a claim.
 *
 * @param claim what was claimed
 * @param verdict the answer
 * @param estimate what the rounds say about its subject; empty if they cannot say
 * @param smallestEffect the smallest difference that the rounds could have told apart with a chance of 80 %: a share of a
 *     ratio or value, an amount of a difference; empty where it does not apply
 * @param reason one sentence: why this verdict, and what to do about one that decides nothing
 */
public record Judgement(
        Claim claim, Verdict verdict, Optional<Estimate> estimate, OptionalDouble smallestEffect, String reason) {

    /** The same claim, not to be judged because of what a diagnostic found. */
    public Judgement invalidated(String why) {
        return new Judgement(claim, Verdict.INVALID, estimate, smallestEffect, why);
    }

    /** Whether it fails the build: a refuted gate, and in strict mode any gate that is not confirmed. */
    public boolean breaks(boolean strict) {
        return claim.gate() && (verdict == Verdict.REFUTED || (strict && verdict != Verdict.CONFIRMED));
    }
}
