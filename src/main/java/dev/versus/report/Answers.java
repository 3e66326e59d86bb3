package dev.versus.report;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Judge;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.attribution.Attribution;
import dev.versus.verdict.diagnostic.Diagnostics;
import dev.versus.verdict.published.Reproduction;
import java.util.List;

/**
 * All that a run's rounds answer.
 *
 * @param judgements each claim's answer
 * @param reproductions each published figure beside ours
 * @param attributions what causes each difference that is to be explained
 * @param restarts what fresh starts of the systems bring to each ratio
 */
record Answers(
        List<Judgement> judgements,
        List<Reproduction> reproductions,
        List<Attribution> attributions,
        List<RestartSpread> restarts) {

    /** The answers of a judge of the rounds that count, less what the run's findings make invalid. */
    static Answers of(RunRecord run, Judge judge) {
        List<Finding> findings = run.findings();
        return new Answers(
                run.run().claims().stream()
                        .map(judge::judge)
                        .map(judgement -> Diagnostics.reviewed(judgement, findings))
                        .toList(),
                run.run().published().stream()
                        .flatMap(published -> Reproduction.of(published, judge, findings).stream())
                        .toList(),
                run.run().ladders().stream()
                        .map(ladder -> Attribution.of(ladder, judge, findings))
                        .toList(),
                RestartSpread.of(run, judge));
    }
}
