package dev.versus.environment.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folder of one replica, accessible only to the user that the replica runs as.
 *
 * @param user that user, or null for the user that runs Versus
 */
record ReplicaFolder(Path folder, @Nullable HostUser user) {

    /** Returns how commands of the replica run, with these capabilities. */
    RunAs runAs(Collection<String> capabilities) {
        return user == null ? RunAs.SAME : RunAs.user(user, capabilities);
    }

    RunAs runAs() {
        return runAs(Set.of());
    }

    /** Returns the variable {@code HOME} if the folder belongs to another user than the one that runs Versus. */
    Map<String, String> variables() {
        return user == null ? Map.of() : Map.of("HOME", folder.toString());
    }

    /** Writes a new file that only the replica's user may read. */
    Path write(String name, String text) throws IOException {
        Path file = Files.createFile(folder.resolve(name), mode("rw-------"));
        give(file, user);
        Files.writeString(file, text);
        return file;
    }

    /** Makes a new folder that only the replica's user may enter. */
    Path make(String name) throws IOException {
        return give(Files.createDirectory(folder.resolve(name), mode("rwx------")), user);
    }

    private FileAttribute<?>[] mode(String text) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[] {};
    }

    /** Makes the user the owner of a file or folder, or of the link itself if it is a link. */
    static Path give(Path path, @Nullable HostUser user) throws IOException {
        if (user != null) {
            Files.setAttribute(path, "unix:gid", user.gid(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", user.uid(), LinkOption.NOFOLLOW_LINKS);
        }
        return path;
    }
}
