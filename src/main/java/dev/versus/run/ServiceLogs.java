package dev.versus.run;

import dev.versus.Secrets;
import dev.versus.report.Links;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copies the services' logs to the run's reports, before their own folder is removed; secrets in them are masked. */
final class ServiceLogs {

    /** The folder of the logs, relative to the run's folder. */
    static final Path FOLDER = Path.of("logs");

    private static final int LONGEST = 4_096;

    private ServiceLogs() {}

    /**
     * Copies the logs.
     *
     * @param logs the folder of each deployment's logs, by a name for the deployment
     * @param runFolder the run's folder
     * @param within the folder in the run's folder in which each deployment gets a folder of its name
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

    /** Copies a log in ISO 8859-1, in which any byte is a character, so that everything but secrets stays as the service wrote it. */
    private static void copyMasked(Path from, Path to) throws IOException {
        try (BufferedReader log = Files.newBufferedReader(from, StandardCharsets.ISO_8859_1);
                Writer copy = new OutputStreamWriter(
                        Files.newOutputStream(
                                to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                        StandardCharsets.ISO_8859_1)) {
            for (String piece = piece(log); !piece.isEmpty(); piece = piece(log)) {
                copy.write(Secrets.masked(piece));
            }
        }
    }

    /** Reads a line with its end, or words of a line that is too long for a piece: no log can exhaust memory or time. */
    private static String piece(Reader log) throws IOException {
        var piece = new StringBuilder();
        while (piece.length() < LONGEST) {
            int next = log.read();
            if (next < 0) {
                break;
            }
            piece.append((char) next);
            if (next == '\n' || (piece.length() > LONGEST / 2 && Character.isWhitespace(next))) {
                break;
            }
        }
        return piece.toString();
    }
}
