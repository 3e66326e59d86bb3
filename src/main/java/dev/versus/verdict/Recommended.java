package dev.versus.verdict;

import java.util.List;

/**
 * A recommendation after judging its claims.
 *
 * @param advice the advice
 * @param standing given, withheld or open
 * @param grounds the texts of the claims that decided: all claims if the advice is given, the refuted ones if it is withheld, the
 *     undecided ones if it is open
 */
public record Recommended(String advice, Standing standing, List<String> grounds) {

    /** The outcome of a recommendation. */
    public enum Standing {
        /** Every claim of the recommendation is confirmed. */
        GIVEN,
        /** At least one claim is refuted. */
        WITHHELD,
        /** No claim is refuted, and at least one is inconclusive or invalid. */
        OPEN
    }

    public Recommended {
        grounds = List.copyOf(grounds);
    }

    /** Decides a recommendation by the judgements of a run. */
    public static Recommended of(Recommendation recommendation, List<Judgement> judgements) {
        List<Judgement> own = judgements.stream()
                .filter(judgement ->
                        recommendation.claims().contains(judgement.claim().text()))
                .toList();
        List<String> refuted = texts(own, Verdict.REFUTED);
        if (!refuted.isEmpty()) {
            return new Recommended(recommendation.advice(), Standing.WITHHELD, refuted);
        }
        List<String> confirmed = texts(own, Verdict.CONFIRMED);
        if (confirmed.containsAll(recommendation.claims())) {
            return new Recommended(recommendation.advice(), Standing.GIVEN, confirmed);
        }
        List<String> undecided = recommendation.claims().stream()
                .filter(claim -> !confirmed.contains(claim))
                .toList();
        return new Recommended(recommendation.advice(), Standing.OPEN, undecided);
    }

    private static List<String> texts(List<Judgement> judgements, Verdict verdict) {
        return judgements.stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .map(judgement -> judgement.claim().text())
                .toList();
    }
}
