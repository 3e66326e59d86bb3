package dev.versus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whether a folder is this user's alone: no link leads to it, it belongs to the effective user, and nobody else may write to it or
 * put another folder in its place. Only what such a folder holds may be believed, executed or removed by. Where files have no Unix
 * owners and modes, links alone are looked for.
 */
public final class OwnFolder {

    private static final int ROOT = 0;
    private static final int WRITABLE_FOR_GROUP = 0020;
    private static final int WRITABLE_FOR_ALL = 0002;
    /** In a folder with this bit, such as {@code /tmp}, nobody but its owner can rename or delete an entry. */
    private static final int STICKY = 01000;

    private OwnFolder() {}

    /** Explains what is wrong with a folder, as the end of a sentence that begins with its path; nothing where it is this user's alone. */
    public static Optional<String> objection(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        return objectionToEntry(path).or(() -> objectionToParents(path));
    }

    /**
     * Refuses a folder that exists and is not this user's alone.
     *
     * @param what what the folder is for, as the beginning of a sentence
     * @param mend the end of the sentence: how to choose another folder
     * @return whether it exists
     * @throws InvalidInput with what is wrong
     */
    public static boolean require(Path folder, String what, String mend) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        objection(folder).ifPresent(reason -> {
            throw new InvalidInput(
                    what + " " + folder + " " + reason + ", so that nothing in it can be believed; " + mend);
        });
        return true;
    }

    private static Optional<String> objectionToEntry(Path path) {
        if (Files.isSymbolicLink(path)) {
            return Optional.of("is a link");
        }
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("is not a folder");
        }
        return Entry.of(path).flatMap(entry -> {
            if (entry.owner() != ThisUser.INSTANCE.uid()) {
                return Optional.of("belongs to another user (" + entry.owner() + ")");
            }
            return entry.isWritableForOthers() ? Optional.of("is writable for other users") : Optional.empty();
        });
    }

    private static Optional<String> objectionToParents(Path path) {
        for (Path parent = path.getParent(); parent != null; parent = parent.getParent()) {
            Optional<String> objection = objectionToParent(parent);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> objectionToParent(Path parent) {
        if (Files.isSymbolicLink(parent)) {
            return Optional.of("is reached through the link " + parent);
        }
        return Entry.of(parent).flatMap(entry -> {
            if (entry.owner() != ROOT && entry.owner() != ThisUser.INSTANCE.uid()) {
                return Optional.of("lies in " + parent + ", which belongs to another user (" + entry.owner() + ")");
            }
            return entry.isWritableForOthers() && !entry.isSticky()
                    ? Optional.of("lies in " + parent + ", which is writable for other users")
                    : Optional.empty();
        });
    }

    /** The owner and the mode of a file system's entry itself, whatever a link points to. */
    private record Entry(int owner, int group, int mode) {

        static Optional<Entry> of(Path path) {
            try {
                Map<String, Object> found = Files.readAttributes(path, "unix:uid,gid,mode", LinkOption.NOFOLLOW_LINKS);
                return Optional.of(new Entry(number(found, "uid"), number(found, "gid"), number(found, "mode")));
            } catch (UnsupportedOperationException | IllegalArgumentException notUnix) {
                return Optional.empty();
            } catch (IOException unreadable) {
                return Optional.of(new Entry(-1, -1, WRITABLE_FOR_ALL));
            }
        }

        private static int number(Map<String, Object> found, String name) {
            return found.get(name) instanceof Integer number ? number : -1;
        }

        /** The group that is this user's own has no other member, as a rule; root's has none that is not trusted. */
        boolean isWritableForOthers() {
            boolean group = (mode & WRITABLE_FOR_GROUP) != 0 && this.group != ThisUser.INSTANCE.gid();
            return group || (mode & WRITABLE_FOR_ALL) != 0;
        }

        boolean isSticky() {
            return (mode & STICKY) != 0;
        }
    }
}
