package dev.versus.run;

import dev.versus.verdict.Claim;
import dev.versus.verdict.Recommendation;
import dev.versus.verdict.attribution.Ladder;
import dev.versus.verdict.published.Publication;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a comparison is to answer.
 *
 * @param claims with a verdict each
 * @param published with what was measured beside it
 * @param ladders with what causes the difference
 * @param recommendations with whether they are given
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
