package dev.versus.report;

import dev.versus.comparison.Outcome;
import dev.versus.comparison.Restart;
import dev.versus.comparison.ServiceEnd;
import dev.versus.comparison.Stopped;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Calibration;
import dev.versus.measurement.Observations;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Verdict;
import dev.versus.verdict.diagnostic.Circumstances;
import dev.versus.verdict.diagnostic.Diagnostics;
import dev.versus.verdict.diagnostic.Evidence;
import dev.versus.workload.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a run's {@code rounds.jsonl}.
 *
 * @param run what was known before
 * @param warmUp how the ruler came to its level; empty if the run was killed before
 * @param observed every turn and every slice of a duet that ended, in the order in which they ran
 * @param fingerprints what ran behind each target; none if nothing was kept
 * @param findings what diagnostics find in its evidence today; of a record without evidence, what its own version found
 * @param restarts each fresh start of the systems after the first one
 * @param ends each service that ended while the run needed it
 * @param stopped why it came to its end; empty if it was killed before, or ended because a service had ended
 * @param ruler what was known of the load generator as an instrument; empty if nothing was kept
 * @param evidence what diagnostics need beside the rounds; empty if an older version kept none
 * @param judged the verdict of each claim when the run ended, by the claim's words; none if it was killed or nothing was kept
 * @param secondDraw the warm-up and the rounds of the second draw; empty if there was none
 * @param failure why a second draw failed, such as a system that did not start again; empty as a rule
 */
public record RunRecord(
        RunHeader run,
        Optional<WarmUp> warmUp,
        Observations observed,
        Fingerprints fingerprints,
        List<Finding> findings,
        List<Restart> restarts,
        List<ServiceEnd> ends,
        Optional<Stopped> stopped,
        Optional<Calibration> ruler,
        Optional<Circumstances> evidence,
        Map<String, Verdict> judged,
        Optional<RunRecord> secondDraw,
        Optional<String> failure) {

    public RunRecord {
        findings = List.copyOf(findings);
        restarts = List.copyOf(restarts);
        ends = List.copyOf(ends);
        judged = Map.copyOf(judged);
    }

    /**
     * Reads the record of a run. A last line that was cut off by a kill and lines of unknown kinds are skipped.
     *
     * @throws BrokenRecord if the file cannot be read or breaks the format of docs/results.md; the message names file and line
     */
    public static RunRecord read(Path roundsJsonl) {
        return new RecordReader(roundsJsonl).read().examinedAnew();
    }

    /** Returns the run with what diagnostics find in its evidence today; as it is where it kept none. */
    RunRecord examinedAnew() {
        return evidence.map(kept -> withFindings(Diagnostics.examine(new Evidence(
                        kept,
                        outcome().warmUp(),
                        Extent.counted(this),
                        ruler.flatMap(Calibration::reading),
                        run.claims(),
                        run.sweeps().stream()
                                .flatMap(sweep -> sweep.compares().stream())
                                .toList(),
                        ends))))
                .orElse(this);
    }

    private RunRecord withFindings(List<Finding> found) {
        return new RunRecord(
                run,
                warmUp,
                observed,
                fingerprints,
                found,
                restarts,
                ends,
                stopped,
                ruler,
                evidence,
                judged,
                secondDraw.map(RunRecord::examinedAnew),
                failure);
    }

    /** Returns the run with the verdicts that it ended with, where its record itself keeps none. */
    RunRecord judgedBefore(Map<String, Verdict> verdicts) {
        return judged.isEmpty()
                ? new RunRecord(
                        run,
                        warmUp,
                        observed,
                        fingerprints,
                        findings,
                        restarts,
                        ends,
                        stopped,
                        ruler,
                        evidence,
                        verdicts,
                        secondDraw,
                        failure)
                : this;
    }

    /** Tells whether a timetable or think time sets the pace of a target's load; not known of a record without evidence. */
    boolean isPaced(String target) {
        return evidence.flatMap(kept -> Optional.ofNullable(kept.workloads().get(target)))
                .filter(Workload::isPaced)
                .isPresent();
    }

    /** Returns the measured rounds with the warm-up, which is level only if the warm-up after each restart was level too. */
    Outcome outcome() {
        WarmUp first = warmUp.orElseGet(() -> new WarmUp(false, 0, List.of()));
        boolean level = first.level()
                && restarts.stream().allMatch(restart -> restart.warmUp().level());
        return new Outcome(new WarmUp(level, first.seconds(), first.slices()), observed);
    }
}
