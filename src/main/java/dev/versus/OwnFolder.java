package dev.versus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks that a folder is private to this user: no symbolic link leads to it, it belongs to the effective user, and nobody else may
 * write to it or replace it. Only files of such a folder are trusted, executed, or used to decide what to remove. On file systems
 * without Unix owners and modes only links are checked.
 */
public final class OwnFolder {

    private static final int ROOT = 0;
    private static final int WRITABLE_FOR_GROUP = 0020;
    private static final int WRITABLE_FOR_ALL = 0002;
    /** The objection to what others may write to. */
    public static final String WRITABLE = "is writable for other users";
    /** In a folder with this bit, such as {@code /tmp}, only the owner of an entry can rename or delete it. */
    private static final int STICKY = 01000;

    private OwnFolder() {}

    /** Explains why a folder is not private, as the end of a sentence that begins with its path; empty if it is private. */
    public static Optional<String> objection(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        return objectionToEntry(path).or(() -> objectionToParents(path, OwnFolder::isOfThisUser));
    }

    /**
     * Refuses a folder that exists and is not private to this user.
     *
     * @param what the folder's purpose, as the beginning of the message: "The cache"
     * @param mend the end of the message: how to choose another folder
     * @return true if the folder exists
     * @throws InvalidInput if the folder is not private; the message says why
     */
    public static boolean require(Path folder, String what, String mend) {
        boolean exists = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        Path path = folder.toAbsolutePath().normalize();
        Optional<String> objection = exists ? objection(path) : objectionToParents(path, OwnFolder::isOfThisUser);
        if (exists && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        objection.ifPresent(reason -> {
            throw new InvalidInput(what + " " + folder + " " + reason + ", so its files cannot be trusted; " + mend);
        });
        return exists;
    }

    private static Optional<String> objectionToEntry(Path path) {
        if (Files.isSymbolicLink(path)) {
            return Optional.of("is a link");
        }
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("is not a folder");
        }
        return Entry.of(path).flatMap(entry -> entry.objection(ThisUser.INSTANCE.uid()));
    }

    /**
     * Explains why another user could have changed a file, link or folder, as {@link #objection} does; empty if nobody could. It may belong
     * to this user, to root, or to the user who became root by {@code sudo}, whom Git believes as well. Folders above are not looked at.
     */
    public static Optional<String> objectionToEntryItself(Path path) {
        return Entry.of(path)
                .flatMap(entry -> entry.objection(isBelieved(entry) ? entry.owner() : ThisUser.INSTANCE.uid()))
                .filter(why -> !Files.isSymbolicLink(path) || !why.equals(WRITABLE));
    }

    /** Explains why another user could replace the file or folder at a path, where the folders above may belong to the same users. */
    public static Optional<String> objectionToPlaceOfSources(Path path) {
        return objectionToParents(path, OwnFolder::isBelieved);
    }

    private static boolean isBelieved(Entry entry) {
        return isOfThisUser(entry) || Integer.toString(entry.owner()).equals(System.getenv("SUDO_UID"));
    }

    private static boolean isOfThisUser(Entry entry) {
        return entry.owner() == ROOT || entry.owner() == ThisUser.INSTANCE.uid();
    }

    /** Explains why another user could replace the file or folder at a path, as {@link #objection} does; empty if nobody could. */
    public static Optional<String> objectionToPlace(Path path) {
        return objectionToParents(path.toAbsolutePath().normalize(), OwnFolder::isOfThisUser);
    }

    private static Optional<String> objectionToParents(Path path, Predicate<Entry> isRightful) {
        for (Path parent = path.getParent(); parent != null; parent = parent.getParent()) {
            Optional<String> objection = objectionToParent(parent, isRightful);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> objectionToParent(Path parent, Predicate<Entry> isRightful) {
        if (Files.isSymbolicLink(parent)) {
            return Optional.of("is reached through the link " + parent);
        }
        return Entry.of(parent).filter(entry -> Files.exists(parent)).flatMap(entry -> {
            if (!isRightful.test(entry)) {
                return Optional.of("lies in " + parent + ", which belongs to another user (" + entry.owner() + ")");
            }
            return entry.isWritableForOthers() && !entry.isSticky()
                    ? Optional.of("lies in " + parent + ", which " + WRITABLE)
                    : Optional.empty();
        });
    }

    /** The owner, group and mode of a file or folder; of the link itself if it is a link. */
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

        Optional<String> objection(int rightful) {
            if (owner != rightful) {
                return Optional.of("belongs to another user (" + owner + ")");
            }
            return isWritableForOthers() ? Optional.of(WRITABLE) : Optional.empty();
        }

        /** Tells whether others may write. A group with the number of the user is that user's own, and has no other member. */
        boolean isWritableForOthers() {
            boolean isOwnGroup = group == ThisUser.INSTANCE.uid() || group == owner;
            return ((mode & WRITABLE_FOR_GROUP) != 0 && !isOwnGroup) || (mode & WRITABLE_FOR_ALL) != 0;
        }

        boolean isSticky() {
            return (mode & STICKY) != 0;
        }
    }
}
