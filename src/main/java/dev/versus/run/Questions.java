package dev.versus.run;

import dev.versus.verdict.Claim;
import dev.versus.verdict.Recommendation;
import dev.versus.verdict.attribution.Ladder;
import dev.versus.verdict.published.Publication;
import java.util.List;
import java.util.stream.Stream;

/**
 * The questions that the report of a comparison answers.
 *
 * @param claims the claims, each answered by a verdict
 * @param published the published figures, shown beside the measured ones
 * @param ladders the differences to explain, answered by the share of each step
 * @param recommendations the recommendations, given or withheld by the verdicts of their claims
 */
record Questions(
        List<Claim> claims, List<Publication> published, List<Ladder> ladders, List<Recommendation> recommendations) {

    Questions {
        claims = List.copyOf(claims);
        published = List.copyOf(published);
        ladders = List.copyOf(ladders);
        recommendations = List.copyOf(recommendations);
    }

    /** Returns the words of all gates, first the one that every comparison has. */
    List<String> gates() {
        return Stream.concat(
                        Stream.of(ComparisonRun.COMPLETE),
                        claims.stream().filter(Claim::gate).map(Claim::text))
                .toList();
    }
}
