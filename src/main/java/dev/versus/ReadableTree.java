package dev.versus;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * Folder of the cache whose files services of other users read. Its modes do not depend on the umask under which it was made. On file
 * systems without Unix modes nothing is changed.
 */
public final class ReadableTree {

    /** What the owner may do, and what everybody may do then too. */
    private static final Map<PosixFilePermission, Set<PosixFilePermission>> SHARED = Map.of(
            PosixFilePermission.OWNER_READ,
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ),
            PosixFilePermission.OWNER_EXECUTE,
            Set.of(PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE));

    private ReadableTree() {}

    /** Lets only this user write to a tree, and everybody read it. Links are not followed. */
    public static void settle(Path tree) throws IOException {
        settle(tree, tree.resolve("none"));
    }

    /** Does the same, but closes to others what is copied from a folder that is closed to them, and each file that is closed there. */
    public static void settle(Path tree, Path source) throws IOException {
        if (!hasModes(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                return visitFile(folder, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isSymbolicLink()) {
                    Path original = source.resolve(tree.relativize(file).toString());
                    change(file, !Files.exists(original, LinkOption.NOFOLLOW_LINKS) || isReadable(original));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        if (Files.exists(source) && !isOpen(source.toRealPath())) {
            close(tree);
        }
    }

    private static void change(Path file, boolean isShared) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        permissions.removeIf(permission -> !permission.name().startsWith("OWNER"));
        if (isShared) {
            SHARED.forEach((own, all) -> {
                var unused = permissions.contains(own) && permissions.addAll(all);
            });
        }
        Files.setPosixFilePermissions(file, permissions);
    }

    /** Closes a folder to all other users, and so all that is below it. */
    public static void close(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static boolean isReadable(Path file) throws IOException {
        return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).contains(PosixFilePermission.OTHERS_READ);
    }

    /** Tells whether every user may enter a folder, such as that of a repository's objects: only then may they read a copy. */
    public static boolean isOpen(Path folder) throws IOException {
        for (Path one = folder; one != null; one = one.getParent()) {
            if (hasModes(one) && !Files.getPosixFilePermissions(one).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasModes(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }
}
