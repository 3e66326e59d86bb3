package dev.versus.cli;

import dev.versus.InvalidInput;
import dev.versus.measurement.RoundLog;
import dev.versus.report.ComparisonHtml;
import dev.versus.report.ConsoleSummary;
import dev.versus.report.GatesLine;
import dev.versus.report.Report;
import dev.versus.report.ReportWriter;
import dev.versus.report.ReportsIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code versus report}: judges the rounds of a run again and writes all its reports again. */
@Command(
        name = "report",
        description = "Judges the rounds of a run again, from its rounds.jsonl, and writes all its reports again.")
final class ReportCommand extends PrintingCommand implements Runnable {

    @Parameters(paramLabel = "<run-folder>", description = "Folder of a run, such as reports/<run>.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public void run() {
        Path run = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(run.resolve(RoundLog.FILE))) {
            throw new InvalidInput(
                    folder + " holds no " + RoundLog.FILE + ": expected a run's folder, such as reports/<run>.");
        }
        Report report = ReportWriter.write(run);
        Path reports = run.getParent();
        if (reports != null) {
            ReportsIndex.write(reports);
        }
        out().print(ConsoleSummary.of(report.results()));
        out().println("report: " + run.resolve(ComparisonHtml.FILE).toUri());
        out().println(GatesLine.of(report.results()));
        out().flush();
    }
}
