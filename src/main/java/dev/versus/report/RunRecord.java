package dev.versus.report;

import dev.versus.comparison.Outcome;
import dev.versus.comparison.Restart;
import dev.versus.comparison.Stopped;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Calibration;
import dev.versus.measurement.Round;
import dev.versus.verdict.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The content of a run's {@code rounds.jsonl}.
 *
 * @param run the header
 * @param warmUp the warm-up; empty if the run was killed before its end
 * @param rounds every turn that ended, in the order in which the turns ran
 * @param fingerprints the fingerprints of the services behind each target; empty if none were recorded
 * @param findings the findings of the diagnostics, recorded at the end of the run
 * @param restarts the restarts of the systems, without the first start
 * @param stopped the reason why the run ended; empty if it was killed
 * @param ruler the reading of the load generator as an instrument; empty if none was recorded
 */
public record RunRecord(
        RunHeader run,
        Optional<WarmUp> warmUp,
        List<Round> rounds,
        Fingerprints fingerprints,
        List<Finding> findings,
        List<Restart> restarts,
        Optional<Stopped> stopped,
        Optional<Calibration> ruler) {

    public RunRecord {
        rounds = List.copyOf(rounds);
        findings = List.copyOf(findings);
        restarts = List.copyOf(restarts);
    }

    /** Creates the record of a run without restarts, end and ruler. */
    public RunRecord(
            RunHeader run,
            Optional<WarmUp> warmUp,
            List<Round> rounds,
            Fingerprints fingerprints,
            List<Finding> findings) {
        this(run, warmUp, rounds, fingerprints, findings, List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * Reads the record of a run. A last line that was cut off by a kill and lines of unknown kinds are skipped.
     *
     * @throws BrokenRecord if the file cannot be read or breaks the format of docs/results.md; the message names file and line
     */
    public static RunRecord read(Path roundsJsonl) {
        return new RecordReader(roundsJsonl).read();
    }

    /** Returns the measured rounds with the warm-up, which is level only if the warm-up after each restart was level too. */
    Outcome outcome() {
        WarmUp first = warmUp.orElseGet(() -> new WarmUp(false, 0, List.of()));
        boolean level = first.level()
                && restarts.stream().allMatch(restart -> restart.warmUp().level());
        return new Outcome(new WarmUp(level, first.seconds(), first.slices()), rounds);
    }
}
