package dev.versus.verdict;

import java.util.List;

/**
 * An advice that is given if all claims that it rests on are confirmed.
 *
 * @param advice the advice, in the imperative: "give Gunicorn more threads"
 * @param claims the texts of the claims; at least one
 */
public record Recommendation(String advice, List<String> claims) {
    public Recommendation {
        claims = List.copyOf(claims);
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("a recommendation needs at least one claim");
        }
    }
}
