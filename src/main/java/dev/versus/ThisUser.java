package dev.versus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The effective user of this JVM.
 *
 * @param uid the user's number; -1 on systems without user numbers
 * @param gid the number of the user's group; -1 on systems without group numbers
 */
public record ThisUser(int uid, int gid) {

    /** The user of this JVM, read once because a JVM does not change its user. */
    public static final ThisUser INSTANCE = find();

    private static final int ROOT = 0;
    private static final int UNKNOWN = -1;

    /** Tells whether the user is root. */
    public boolean isRoot() {
        return uid == ROOT;
    }

    private static ThisUser find() {
        Path own = Path.of("/proc/self");
        return Files.exists(own) ? ownerOf(own) : ownerOfNewFile();
    }

    private static ThisUser ownerOfNewFile() {
        try {
            Path file = Files.createTempFile("versus-", "");
            try {
                return ownerOf(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException noRoom) {
            return new ThisUser(UNKNOWN, UNKNOWN);
        }
    }

    private static ThisUser ownerOf(Path file) {
        try {
            return Files.getAttribute(file, "unix:uid") instanceof Integer uid
                            && Files.getAttribute(file, "unix:gid") instanceof Integer gid
                    ? new ThisUser(uid, gid)
                    : new ThisUser(UNKNOWN, UNKNOWN);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notUnix) {
            return new ThisUser(UNKNOWN, UNKNOWN);
        }
    }
}
