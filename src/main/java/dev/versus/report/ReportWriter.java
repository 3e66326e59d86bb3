package dev.versus.report;

import dev.versus.measurement.RoundLog;
import java.nio.file.Path;

/** Writes every format into a run's folder. */
public final class ReportWriter {

    private ReportWriter() {}

    /**
     * Rebuilds everything from the folder's {@code rounds.jsonl} alone, judging anew; a run that was killed gives a report of
     * the rounds that had ended.
     *
     * @return what was written
     * @throws BrokenRecord if that file is not what it should be
     */
    public static Report write(Path runFolder) {
        RunRecord run = RunRecord.read(runFolder.resolve(RoundLog.FILE));
        Report report = Report.of(run.judgedBefore(ResultsJson.verdicts(runFolder)));
        write(report, runFolder);
        return report;
    }

    /**
     * Writes {@code results.json}, {@code comparison.html}, {@code comparison.md} and {@code junit.xml}, each whole or not at
     * all.
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
