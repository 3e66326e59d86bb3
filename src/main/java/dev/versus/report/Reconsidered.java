package dev.versus.report;

import dev.versus.verdict.Judgement;
import dev.versus.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A claim that is answered otherwise now than when the run ended: a diagnostic or the judge has changed since.
 *
 * @param claim its words
 * @param then the verdict that the run itself ended with
 * @param now the verdict of this report
 */
public record Reconsidered(String claim, Verdict then, Verdict now) {

    /** Returns the claims whose verdict has changed, in the order of the claims. */
    static List<Reconsidered> among(List<Judgement> judgements, Map<String, Verdict> before) {
        return judgements.stream()
                .filter(judgement -> before.containsKey(judgement.claim().text()))
                .map(judgement -> new Reconsidered(
                        judgement.claim().text(),
                        before.getOrDefault(judgement.claim().text(), judgement.verdict()),
                        judgement.verdict()))
                .filter(reconsidered -> reconsidered.then() != reconsidered.now())
                .toList();
    }

    /** Returns the verdict of each claim, as it is recorded when a run ends. */
    public static Map<String, Verdict> verdicts(Results results) {
        return results.judgements().stream()
                .collect(Collectors.toMap(
                        judgement -> judgement.claim().text(), Judgement::verdict, (one, same) -> one));
    }

    /** Returns the change as a sentence without its end. */
    String sentence() {
        return "'" + claim + "' was " + Figures.word(then) + " when the run ended, and is " + Figures.word(now)
                + " by this version";
    }
}
