package dev.versus.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that the kernel keeps for each process. A file that is gone or may not be read counts as empty. Source: proc(5).
 *
 * @param root {@code /proc}, or a folder of the same layout
 */
public record Proc(Path root) {

    /** Returns the files in {@code /proc} of this host. */
    public static Proc ofThisHost() {
        return new Proc(Path.of("/proc"));
    }

    /** Returns the path of a file of a process, such as {@code status}. */
    public Path file(long pid, String name) {
        return root.resolve(String.valueOf(pid)).resolve(name);
    }

    /** Reads the text of a file of a process. */
    public String text(long pid, String name) {
        return text(file(pid, name));
    }

    /** Reads the words of a file in which each word ends with a zero byte: {@code cmdline} and {@code environ}. */
    public List<String> words(long pid, String name) {
        String text = text(pid, name);
        return text.isEmpty()
                ? List.of()
                : Arrays.asList(text.replaceFirst("\0+$", "").split("\0", -1));
    }

    /** Reads the destination of a link of a process, such as {@code exe} or {@code ns/net}. */
    public Optional<String> link(long pid, String name) {
        try {
            return Optional.of(Files.readSymbolicLink(file(pid, name)).toString());
        } catch (IOException | UnsupportedOperationException goneOrForeign) {
            return Optional.empty();
        }
    }

    /** Reads the destinations of all links in a folder of a process, such as {@code fd}. */
    public Set<String> links(long pid, String folder) {
        try (Stream<Path> entries = Files.list(file(pid, folder))) {
            return entries.flatMap(entry -> link(pid, folder + "/" + entry.getFileName()).stream())
                    .collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException goneOrForeign) {
            return Set.of();
        }
    }

    /** Reads the ids of a process's children, in ascending order. */
    public List<Long> children(long pid) {
        return Arrays.stream(text(pid, "task/" + pid + "/children").strip().split("\\s+", -1))
                .filter(child -> !child.isEmpty())
                .map(Long::parseLong)
                .sorted()
                .toList();
    }

    /** Reads the ids of a process's threads. */
    public List<String> threads(long pid) {
        try (Stream<Path> entries = Files.list(file(pid, "task"))) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        } catch (IOException | UncheckedIOException goneOrForeign) {
            return List.of();
        }
    }

    /** Reads a field of {@code status}, such as {@code PPid}. */
    public Optional<String> status(long pid, String field) {
        return text(pid, "status")
                .lines()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1).strip())
                .findFirst();
    }

    /** Reads a counter of {@code io}, such as {@code read_bytes}. */
    public OptionalLong io(long pid, String field) {
        return text(pid, "io")
                .lines()
                .filter(line -> line.startsWith(field + ": "))
                .mapToLong(line ->
                        Long.parseLong(line.substring(field.length() + 2).strip()))
                .findFirst();
    }

    /** Reads the text of the file that a process sees under this absolute path. */
    public String seenBy(long pid, String path) {
        try {
            return text(file(pid, "root" + path));
        } catch (InvalidPathException noPath) {
            return "";
        }
    }

    /** Reads the text of a file, taken as UTF-8; empty if the file is gone or may not be read. */
    public static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException goneOrForeign) {
            return "";
        }
    }
}
