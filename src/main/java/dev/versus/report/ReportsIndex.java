package dev.versus.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the list of all runs in a folder: {@code reports/index.html}. */
public final class ReportsIndex {

    /** The file's name in the folder of all runs. */
    public static final String FILE = "index.html";

    private ReportsIndex() {}

    /**
     * Writes the list again, newest run first, and links every run's Gatling report to its comparison. Other folders are skipped; a run
     * whose results cannot be read is listed with a note.
     *
     * @throws UncheckedIOException if the folder cannot be read or written to
     */
    public static void write(Path reports) {
        List<RunListing> runs = runs(reports);
        runs.stream()
                .filter(run -> run.comparison() && run.gatling())
                .forEach(run -> GatlingLink.add(reports.resolve(run.folder()).resolve(GatlingLink.FILE)));
        WholeFile.write(
                reports.resolve(FILE),
                new Template("index.jte").html(Map.of("runs", runs, "style", ComparisonHtml.resource("report.css"))));
    }

    private static List<RunListing> runs(Path reports) {
        try (Stream<Path> folders = Files.list(reports)) {
            return folders.filter(Files::isDirectory)
                    .map(RunListing::of)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(RunListing::when).reversed().thenComparing(RunListing::folder))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
