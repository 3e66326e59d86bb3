package dev.versus.report;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Judge;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.attribution.Attribution;
import dev.versus.verdict.diagnostic.Diagnostics;
import dev.versus.verdict.published.Reproduction;
import java.util.List;

/**
 * The answers that a run's rounds give.
 *
 * @param judgements the judgement of each claim
 * @param reproductions the comparison of each published figure with the measured one
 * @param attributions the cause of each difference that the comparison explains
 * @param restarts the effect of restarting the systems on each ratio
 */
record Answers(
        List<Judgement> judgements,
        List<Reproduction> reproductions,
        List<Attribution> attributions,
        List<RestartSpread> restarts) {

    /** Answers everything that the run asks, with a judge of its complete rounds; the run's findings make judgements invalid. */
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
