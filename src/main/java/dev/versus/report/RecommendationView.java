package dev.versus.report;

import dev.versus.verdict.Judgement;
import dev.versus.verdict.Recommended;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A recommendation after judging its claims, as texts for reports.
 *
 * @param standing "recommended", "not recommended" or "open"
 * @param advice the advice
 * @param because the claims that decided it, each with its figure and interval
 */
record RecommendationView(String standing, String advice, String because) {

    static List<RecommendationView> of(Results results) {
        return results.recommended().stream()
                .map(one -> of(one, results.judgements()))
                .toList();
    }

    private static RecommendationView of(Recommended one, List<Judgement> judgements) {
        return new RecommendationView(
                switch (one.standing()) {
                    case GIVEN -> "recommended";
                    case WITHHELD -> "not recommended";
                    case OPEN -> "open";
                },
                one.advice(),
                judgements.stream()
                        .filter(judgement ->
                                one.grounds().contains(judgement.claim().text()))
                        .map(RecommendationView::ground)
                        .collect(Collectors.joining("; ")));
    }

    private static String ground(Judgement judgement) {
        ClaimView claim = new ClaimView(judgement);
        String figure = claim.interval().isEmpty() ? "" : ": " + claim.measured() + " [" + claim.interval() + "]";
        return claim.text() + ", " + claim.tone().word().toLowerCase(java.util.Locale.ROOT) + figure;
    }
}
