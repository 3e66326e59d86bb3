package dev.versus.verdict;

import dev.versus.PublicApi;

/**
 * A statement about targets that the comparison answers with a verdict.
 *
 * @param text the claim in its author's words
 * @param statement the subject and the expectation
 * @param gate true if a refuted claim fails the build
 */
@PublicApi
public record Claim(String text, Statement statement, boolean gate) {

    /** The gate that every comparison has: no claim may have its words. */
    public static final String COMPLETE = "every round ended";
}
