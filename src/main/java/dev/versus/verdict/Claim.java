package dev.versus.verdict;

/**
 * A statement that a comparison answers with a verdict.
 *
 * @param text the claim in its author's words
 * @param statement what it says
 * @param gate whether the build fails when it is refuted
 */
public record Claim(String text, Statement statement, boolean gate) {

    /** The gate that every comparison has: no claim may have its words. */
    public static final String COMPLETE = "every round ended";
}
