package dev.versus.report;

import dev.versus.comparison.Outcome;
import java.util.List;

/**
 * A judged run: the content of all report formats.
 *
 * @param results the figures and verdicts
 * @param outcome the rounds that count, with their histograms
 * @param fingerprints the fingerprints of the services behind each target
 */
public record Report(Results results, Outcome outcome, Fingerprints fingerprints) {

    /** Judges a run from its record: from its complete rounds, and with its findings. */
    public static Report of(RunRecord run) {
        Outcome whole = Extent.wholeRounds(run.run(), run.outcome());
        Outcome counted = new Outcome(whole.warmUp(), Extent.counted(run).rounds());
        return new Report(Results.of(run, whole, counted), counted, run.fingerprints());
    }

    RunHeader run() {
        return results.run();
    }

    List<String> targets() {
        return results.targets().stream().map(TargetSummary::target).toList();
    }
}
