package dev.versus.report;

import dev.versus.measurement.RoundLog;
import java.nio.file.Path;

/** Writes the reports of all formats into a run's folder. */
public final class ReportWriter {

    private ReportWriter() {}

    /**
     * Judges the run again from the folder's {@code rounds.jsonl} and rebuilds all reports; a killed run gives a report of its complete
     * rounds.
     *
     * @return the written report
     * @throws BrokenRecord if {@code rounds.jsonl} cannot be read or breaks its format
     */
    public static Report write(Path runFolder) {
        RunRecord run = RunRecord.read(runFolder.resolve(RoundLog.FILE));
        Report report = Report.of(run.judgedBefore(ResultsJson.verdicts(runFolder)));
        write(report, runFolder);
        return report;
    }

    /**
     * Writes {@code results.json}, {@code comparison.html}, {@code comparison.md} and {@code junit.xml}, each completely or not at all.
     *
     * @throws java.io.UncheckedIOException if the folder cannot be written to
     */
    public static void write(Report report, Path runFolder) {
        ResultsJson.write(report.results(), runFolder);
        WholeFile.write(runFolder.resolve(ComparisonHtml.FILE), ComparisonHtml.of(report));
        WholeFile.write(runFolder.resolve(ComparisonMarkdown.FILE), ComparisonMarkdown.of(report));
        WholeFile.write(runFolder.resolve(JUnitXml.FILE), JUnitXml.of(report));
    }
}
