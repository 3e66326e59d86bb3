package dev.versus.build;

import dev.versus.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Files of a service's folder from which it is built, without those that tools make and without version control.
 *
 * @param folder the service's folder
 * @param names the files and links by their paths in it
 */
record Sources(Path folder, SortedSet<Path> names) {

    private static final Set<String> MADE = Set.of(
            ".git",
            "target",
            "node_modules",
            ".venv",
            "__pycache__",
            ".mypy_cache",
            ".pytest_cache",
            ".ruff_cache",
            ".idea");

    /** The file by which a virtual environment is recognised, whatever its folder is called. */
    private static final String VIRTUAL_ENVIRONMENT = "pyvenv.cfg";

    /** Lists the files of a folder. Links are not followed. */
    static Sources of(Path folder) throws IOException {
        var names = new TreeSet<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                boolean skipped = !entered.equals(folder) && isMade(entered);
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
                    names.add(folder.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new Sources(folder, names);
    }

    /** Tells whether tools make what a folder holds. */
    private static boolean isMade(Path folder) {
        return MADE.contains(String.valueOf(folder.getFileName())) || Files.exists(folder.resolve(VIRTUAL_ENVIRONMENT));
    }

    /** Returns a digest of all names and contents, and of which files are programs. */
    String digest() throws IOException {
        var digest = Digest.sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (Path name : names) {
                Path file = folder.resolve(name);
                boolean link = Files.isSymbolicLink(file);
                String target = link ? " -> " + Files.readSymbolicLink(file) : " " + Files.size(file);
                out.write((name + (Files.isExecutable(file) ? "*" : "") + target + "\n")
                        .getBytes(StandardCharsets.UTF_8));
                if (!link) {
                    Files.copy(file, out);
                }
            }
        }
        return Digest.of(digest);
    }

    /** Copies the files, with their modes; a link stays a link. */
    void copyTo(Path copy) throws IOException {
        Files.createDirectories(copy);
        for (Path name : names) {
            Path file = copy.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            Files.copy(folder.resolve(name), file, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Tells whether the folder holds any of these files, directly. */
    static boolean holdsAny(Path folder, List<String> files) {
        return files.stream().anyMatch(file -> Files.isRegularFile(folder.resolve(file)));
    }
}
