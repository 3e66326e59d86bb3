package dev.versus;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Folder with everything in it. */
public final class FileTree {

    /** Deletion stops at this depth: deeper trees are made on purpose, to exhaust the process that deletes them. */
    private static final int DEEPEST = 500;

    private FileTree() {}

    /**
     * Deletes the folder and continues where an entry cannot be deleted. It never follows a link, not even one that replaces a folder
     * during the deletion: another user may have made it so that root deletes something else.
     */
    public static void delete(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try (DirectoryStream<Path> above = Files.newDirectoryStream(absolute.resolveSibling(""))) {
            if (above instanceof SecureDirectoryStream<Path> secure) {
                delete(secure, name(absolute), DEEPEST);
            } else {
                Files.walkFileTree(absolute, new Deletion());
            }
        } catch (IOException left) {
            // The next sweep finds and deletes what is left.
        }
    }

    /** Deletes a folder that was last changed before that time. */
    public static void deleteOlder(Path folder, Instant time) {
        try {
            if (Files.getLastModifiedTime(folder).toInstant().isBefore(time)) {
                delete(folder);
            }
        } catch (IOException gone) {
            // Nothing is left to delete.
        }
    }

    /** Gives what was made aside its name, once it is whole; what somebody else has given that name meanwhile is as good. */
    public static void rename(Path aside, Path home) throws IOException {
        try {
            Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            if (!Files.isDirectory(home)) {
                throw failed;
            }
        }
    }

    /** Tells whether a folder that was made aside is there, and nobody else could have written to it. */
    public static boolean isKept(Path home) {
        return Files.isDirectory(home) && OwnFolder.objection(home).isEmpty();
    }

    /** Discards a folder to which somebody else could have written; one that is not there, or is kept, stays as it is. */
    public static void discardUnlessKept(Path home, String prefix) {
        if (Files.exists(home, LinkOption.NOFOLLOW_LINKS) && !isKept(home)) {
            discard(home, prefix);
        }
    }

    /**
     * Deletes a folder that was made aside. It loses its name first: a kill leaves nothing by which half of it could be
     * believed.
     *
     * @param prefix the beginning of the temporary name under which it is deleted
     */
    public static void discard(Path home, String prefix) {
        try {
            Path aside = Files.createTempDirectory(home.resolveSibling(""), prefix);
            try {
                Files.move(home, aside.resolve(name(home)), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(aside);
            }
        } catch (IOException goneOrReadOnly) {
            // Somebody else has removed it, or nobody can.
        }
    }

    private static void delete(SecureDirectoryStream<Path> above, Path name, int levels) {
        try {
            if (isFolder(above, name)) {
                deleteWithin(above, name, levels);
                above.deleteDirectory(name);
            } else {
                above.deleteFile(name);
            }
        } catch (IOException | DirectoryIteratorException busy) {
            // The rest of the tree is deleted all the same.
        }
    }

    private static void deleteWithin(SecureDirectoryStream<Path> above, Path name, int levels) throws IOException {
        if (levels == 0) {
            return;
        }
        try (SecureDirectoryStream<Path> within = above.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            for (Path entry : within) {
                delete(within, name(entry), levels - 1);
            }
        }
    }

    private static Path name(Path path) {
        return path.getName(path.getNameCount() - 1);
    }

    private static boolean isFolder(SecureDirectoryStream<Path> above, Path name) throws IOException {
        return above.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return delete(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException ignored) {
            return delete(folder);
        }

        private static FileVisitResult delete(Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException busy) {
                // The rest of the tree is deleted all the same.
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
