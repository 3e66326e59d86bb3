package dev.versus.build;

import dev.versus.Digest;
import dev.versus.InvalidInput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.util.ArrayList;
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
            ".git", "node_modules", ".venv", "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".idea");

    /** The file by which a virtual environment is recognised, whatever its folder is called. */
    private static final String VIRTUAL_ENVIRONMENT = "pyvenv.cfg";

    /** Lists the files of a folder from which Maven or any of these tools builds. Links are not followed. */
    static Sources of(Path folder, Toolchain... tools) throws IOException {
        var makers = new ArrayList<Toolchain>(List.of(tools));
        makers.add(new MavenToolchain());
        var names = new TreeSet<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                boolean skipped = !entered.equals(folder) && isMade(entered, makers);
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() || isInside(folder, file, attributes)) {
                    names.add(folder.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new Sources(folder, names);
    }

    /** Tells whether tools make what a folder holds. */
    private static boolean isMade(Path folder, List<Toolchain> makers) {
        String name = String.valueOf(folder.getFileName());
        return MADE.contains(name)
                || Files.exists(folder.resolve(VIRTUAL_ENVIRONMENT))
                || makers.stream()
                        .anyMatch(one -> one.madeIn(folder.resolveSibling("")).contains(name));
    }

    /** Tells whether something is a link, and refuses one whose file would be missing in a copy, or would not be among the sources. */
    private static boolean isInside(Path folder, Path file, BasicFileAttributes attributes) throws IOException {
        Path named = attributes.isSymbolicLink() ? file.resolveSibling(Files.readSymbolicLink(file)) : file;
        if (!named.toAbsolutePath()
                .normalize()
                .startsWith(folder.toAbsolutePath().normalize())) {
            throw new InvalidInput("The link " + file + " leads out of " + folder
                    + ", from which a service is built; put there a copy of what it names, or remove it.");
        }
        return attributes.isSymbolicLink();
    }

    /** Returns a digest of all names, contents, and modes. Each part tells its length, so that no two folders add up to the same. */
    String digest() throws IOException {
        var digest = Digest.sha256();
        try (var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            for (Path name : names) {
                Path file = folder.resolve(name);
                out.writeUTF(name.toString());
                if (Files.isSymbolicLink(file)) {
                    out.writeByte('l');
                    out.writeUTF(Files.readSymbolicLink(file).toString());
                } else {
                    out.writeByte(Files.isExecutable(file) ? 'x' : 'f');
                    out.writeLong(Files.size(file));
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
