package dev.versus.report;

import dev.versus.comparison.Outcome;
import dev.versus.verdict.Judge;
import java.util.List;

/**
 * A run that is over, judged: all that any format shows.
 *
 * @param results the figures and verdicts
 * @param outcome the rounds behind them, histograms and all
 * @param fingerprints what ran behind each target
 */
public record Report(Results results, Outcome outcome, Fingerprints fingerprints) {

    /** Judges a run from its record: the rounds that every target has, less what its findings make invalid. */
    public static Report of(RunRecord run) {
        Outcome whole = Extent.wholeRounds(run.run(), run.outcome());
        Judge judge = Judge.of(whole, run.run().rounds());
        return new Report(Results.of(run, Answers.of(run, judge)), whole, run.fingerprints());
    }

    RunHeader run() {
        return results.run();
    }

    /** Whether undecided gates fail the build too: {@code -Dversus.strict}. */
    boolean isStrict() {
        String strict = run().settings().getOrDefault("strict", "false").strip();
        return strict.isEmpty() || strict.equals("true");
    }

    List<String> targets() {
        return results.targets().stream().map(TargetSummary::target).toList();
    }
}
