package dev.versus.run;

import dev.versus.Secrets;
import dev.versus.report.Links;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps the services' logs with the run's reports, once their own place goes; secrets that they hold are masked. */
final class ServiceLogs {

    /** Where logs stand in a run's folder. */
    static final Path FOLDER = Path.of("logs");

    private ServiceLogs() {}

    /**
     * Copies the logs.
     *
     * @param logs the folder of each deployment's logs, by a name for it
     * @param runFolder the run's folder
     * @param within where in it a folder of that name is made for each
     */
    static void copy(Map<String, Path> logs, Path runFolder, Path within) {
        logs.forEach((name, from) -> copyFolder(from, runFolder, within.resolve(name)));
    }

    private static void copyFolder(Path from, Path runFolder, Path within) {
        Path to = runFolder.resolve(within);
        try (Stream<Path> files = Files.list(from)) {
            Links.makeFolder(runFolder, within);
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                copyMasked(file, to.resolve(from.relativize(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the services' logs could not be kept in " + to + ": " + e.getMessage(), e);
        }
    }

    /** By an encoding in which any byte is a character, so that all but secrets stays as the service wrote it. */
    private static void copyMasked(Path from, Path to) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(from, StandardCharsets.ISO_8859_1);
                BufferedWriter copy = Files.newBufferedWriter(to, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(Secrets.masked(line));
                copy.newLine();
            }
        }
    }
}
