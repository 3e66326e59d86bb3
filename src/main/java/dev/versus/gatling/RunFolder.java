package dev.versus.gatling;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the folder into which Gatling writes this run's report. Gatling names the folder after the simulation and the time, and offers no
 * way to ask for it, so the newest folder of that name that is not older than this JVM is taken.
 */
final class RunFolder {

    private static final Pattern NAME = Pattern.compile(".+-(\\d{17})");

    private RunFolder() {}

    /**
     * Finds the run's folder.
     *
     * @param reports the folder of all runs
     * @param simulation the simulation's class
     * @throws InvalidInput if there is no such folder
     */
    static Path find(Path reports, Class<?> simulation) {
        String prefix = simulation.getSimpleName().toLowerCase(java.util.Locale.ROOT) + "-";
        try (Stream<Path> runs = Files.isDirectory(reports) ? Files.list(reports) : Stream.empty()) {
            Optional<Path> newest = runs.filter(run -> nameOf(run).startsWith(prefix))
                    .filter(run -> NAME.matcher(nameOf(run)).matches())
                    .filter(RunFolder::isOfThisJvm)
                    .max(Comparator.comparing(RunFolder::stamp));
            return newest.orElseThrow(() -> new InvalidInput("Gatling made no folder " + prefix + "… in " + reports
                    + ": expected the results folder to be there; set -Dgatling.resultsFolder to a writable folder."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path run) {
        return String.valueOf(run.getFileName());
    }

    private static String stamp(Path run) {
        Matcher name = NAME.matcher(nameOf(run));
        return name.matches() ? name.group(1) : "";
    }

    private static boolean isOfThisJvm(Path run) {
        try {
            long started = ManagementFactory.getRuntimeMXBean().getStartTime();
            return Files.getLastModifiedTime(run).toMillis() >= started - 1_000;
        } catch (IOException e) {
            return false;
        }
    }
}
