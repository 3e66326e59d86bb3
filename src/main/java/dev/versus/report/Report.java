package dev.versus.report;

import dev.versus.comparison.Outcome;
import java.util.List;

/**
 * A judged run: the content of all report formats.
 *
 * @param results the figures and verdicts
 * @param outcome the complete rounds with their histograms
 * @param fingerprints the fingerprints of the services behind each target
 */
public record Report(Results results, Outcome outcome, Fingerprints fingerprints) {

    /** Judges a run from its record: from its complete rounds, and with its findings. */
    public static Report of(RunRecord run) {
        Outcome whole = Extent.wholeRounds(run.run(), run.outcome());
        return new Report(Results.of(run, whole), whole, run.fingerprints());
    }

    RunHeader run() {
        return results.run();
    }

    /** Tells whether undecided gates fail the build too: {@code -Dversus.strict}. */
    boolean isStrict() {
        String strict = run().settings().getOrDefault("strict", "false").strip();
        return strict.isEmpty() || strict.equals("true");
    }

    List<String> targets() {
        return results.targets().stream().map(TargetSummary::target).toList();
    }
}
