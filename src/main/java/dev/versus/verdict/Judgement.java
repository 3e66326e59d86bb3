package dev.versus.verdict;

import dev.versus.statistics.Estimate;
import java.util.Optional;

/**
 * The answer to a claim.
 *
 * @param claim what was claimed
 * @param verdict the answer
 * @param estimate what the rounds say about its subject; empty if they cannot say
 * @param reason one sentence: why this verdict, and what to do about one that decides nothing
 */
public record Judgement(Claim claim, Verdict verdict, Optional<Estimate> estimate, String reason) {

    /** Whether it fails the build: a refuted gate, and in strict mode any gate that is not confirmed. */
    public boolean breaks(boolean strict) {
        return claim.gate() && (verdict == Verdict.REFUTED || (strict && verdict != Verdict.CONFIRMED));
    }
}
