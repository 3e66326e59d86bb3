package dev.versus.report;

import dev.versus.measurement.RoundLog;
import java.nio.file.Path;

/** Writes the reports of all formats into a run's folder. */
public final class ReportWriter {

    private ReportWriter() {}

    /**
     * Judges the run again from the folder's {@code rounds.jsonl} and rebuilds all reports; a killed run gives a report of its complete
     * rounds. Each report is written completely or not at all.
     *
     * @return the written report
     * @throws BrokenRecord if {@code rounds.jsonl} cannot be read or breaks its format
     * @throws java.io.UncheckedIOException if the folder cannot be written to
     */
    public static Report write(Path runFolder) {
        RunRecord run = RunRecord.read(runFolder.resolve(RoundLog.FILE));
        Report report = Report.of(run.judgedBefore(ResultsJson.verdicts(runFolder)));
        WholeFile.write(runFolder.resolve(Results.FILE), ResultsJson.of(report.results()));
        WholeFile.write(runFolder.resolve(ComparisonHtml.FILE), ComparisonHtml.of(report));
        WholeFile.write(runFolder.resolve(ComparisonMarkdown.FILE), ComparisonMarkdown.of(report));
        WholeFile.write(runFolder.resolve(JUnitXml.FILE), JUnitXml.of(report));
        return report;
    }
}
