package dev.versus.report;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/** Refuses symbolic links in a run's folder: whoever plants one could redirect what Versus writes or reads. */
public final class Links {

    private static final Path SELF = Path.of("/proc/self");

    private Links() {}

    /**
     * Creates a folder below a run's folder, with its parents.
     *
     * @throws InvalidInput if one of them is a link
     */
    public static void makeFolder(Path runFolder, Path within) throws IOException {
        Path folder = runFolder;
        for (Path name : within) {
            folder = folder.resolve(name);
            if (Files.isSymbolicLink(folder)) {
                throw new InvalidInput("The folder " + folder
                        + " is a link, and a run writes into its own folder alone; remove the link.");
            }
            Files.createDirectories(folder);
        }
    }

    /**
     * Refuses a file that is a symbolic link made by another user.
     *
     * @throws InvalidInput if it is; the message names the link's owner
     */
    static void refuseForeign(Path file) {
        if (!Files.isSymbolicLink(file)) {
            return;
        }
        try {
            UserPrincipal owner = Files.getOwner(file, LinkOption.NOFOLLOW_LINKS);
            if (!owner.equals(ownUser(file))) {
                throw new InvalidInput("The file " + file + " is a link that belongs to the user " + owner.getName()
                        + ", and links of others are not followed; put a copy of the file in its place.");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static UserPrincipal ownUser(Path file) throws IOException {
        if (Files.exists(SELF)) {
            return Files.getOwner(SELF);
        }
        var users = file.getFileSystem().getUserPrincipalLookupService();
        return users.lookupPrincipalByName(System.getProperty("user.name"));
    }
}
