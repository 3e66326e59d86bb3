package dev.versus.verdict;

import java.util.List;

/**
 * What became of a recommendation.
 *
 * @param advice what it says
 * @param standing whether it is given
 * @param grounds the claims that decided it, by their words: all of them if it is given, those that were refuted if it is withheld,
 *     those that are undecided if it is open
 */
public record Recommended(String advice, Standing standing, List<String> grounds) {

    /** Whether a recommendation is given. */
    public enum Standing {
        /** Every claim that it rests on is confirmed. */
        GIVEN,
        /** One of them is refuted. */
        WITHHELD,
        /** None of them is refuted, and one is inconclusive or invalid. */
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
