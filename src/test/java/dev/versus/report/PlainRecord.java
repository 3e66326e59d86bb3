package dev.versus.report;

import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.verdict.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes records of runs without restarts, end and ruler. */
final class PlainRecord {

    private PlainRecord() {}

    /** Makes a record without findings. */
    static RunRecord of(RunHeader run, Optional<WarmUp> warmUp, List<Round> rounds, Fingerprints fingerprints) {
        return new RunRecord(
                run,
                warmUp,
                Observations.ofTurns(rounds),
                fingerprints,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Makes the record of a run that was killed before its warm-up ended. */
    static RunRecord killed(RunHeader run) {
        return of(run, Optional.empty(), List.of(), Fingerprints.none());
    }

    /** Returns the record with other findings. */
    static RunRecord with(List<Finding> findings, RunRecord run) {
        return new RunRecord(
                run.run(),
                run.warmUp(),
                run.observed(),
                run.fingerprints(),
                findings,
                run.restarts(),
                run.ends(),
                run.stopped(),
                run.ruler(),
                run.evidence(),
                run.judged(),
                run.secondDraw(),
                run.failure());
    }

    /** Returns the record with a second draw. */
    static RunRecord with(RunRecord secondDraw, RunRecord run) {
        return new RunRecord(
                run.run(),
                run.warmUp(),
                run.observed(),
                run.fingerprints(),
                run.findings(),
                run.restarts(),
                run.ends(),
                run.stopped(),
                run.ruler(),
                run.evidence(),
                run.judged(),
                Optional.of(secondDraw),
                run.failure());
    }
}
