package dev.versus.build;

import dev.versus.CacheFolder;
import dev.versus.ForeignText;
import dev.versus.VersusException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Failure of a tool to build a service. Nothing of the unfinished build is left; the message ends with the tool's last lines. */
public final class BuildFailed extends VersusException {

    private static final long serialVersionUID = 1L;

    private static final int LINES = 20;

    /** Space in bytes, below which a disk counts as full; tools say so of other things too, such as watches of files. */
    private static final long SMALL = 256L << 20;

    private static final Pattern FULL = Pattern.compile("(?i)no space left on device|ENOSPC|disk quota exceeded");

    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");

    private BuildFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the failure to start a command. */
    static BuildFailed unstartable(String command, IOException cause) {
        return new BuildFailed("'" + command + "' cannot be started (" + cause.getMessage() + ")", cause);
    }

    /**
     * Returns the failure of a command. A full disk is told as such, whatever the tool made of it.
     *
     * @param folder a folder on the disk
     */
    static BuildFailed of(String command, String printed, Path folder, IOException cause) {
        if (FULL.matcher(printed).find() && folder.toFile().getUsableSpace() < SMALL) {
            return full(cause);
        }
        List<String> lines = COLOURS.matcher(printed)
                .replaceAll("")
                .lines()
                .filter(line -> !line.isBlank())
                .map(ForeignText::line)
                .toList();
        String end = lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .map(line -> "\n" + ForeignText.QUOTE + line)
                .collect(Collectors.joining());
        return new BuildFailed(
                "'" + command + "' failed" + (end.isEmpty() ? " and printed nothing." : ":" + end), cause);
    }

    /** Returns the failure to write to the cache. */
    static BuildFailed unwritable(Path cache, IOException cause) {
        return FULL.matcher(String.valueOf(cause.getMessage())).find()
                ? full(cause)
                : new BuildFailed(
                        "What is built cannot be kept in " + cache + " (" + cause.getMessage()
                                + "); name another folder by -D" + CacheFolder.PROPERTY + "=<folder>.",
                        cause);
    }

    /** Returns the same failure as that of a service's build. */
    BuildFailed ofService(String service, Path context) {
        return new BuildFailed(
                "The service '" + service + "' cannot be built from " + context + ": " + getMessage(), this);
    }

    private static BuildFailed full(IOException cause) {
        return new BuildFailed(
                "the disk is full; make room, or name another folder for what is built by -D" + CacheFolder.PROPERTY
                        + "=<folder>.",
                cause);
    }
}
