package dev.versus.verdict;

import java.util.List;

/**
 * What to advise, and on which grounds; whether it is given the rounds decide.
 *
 * @param advice in the imperative: "give Gunicorn more threads"
 * @param claims the words of the claims that must all be confirmed for it
 */
public record Recommendation(String advice, List<String> claims) {
    public Recommendation {
        claims = List.copyOf(claims);
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("a recommendation rests on one claim at least");
        }
    }
}
