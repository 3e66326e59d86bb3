package dev.versus.environment;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder in which every run of this user keeps what it made, so that the next start can find what a killed run left. */
public record StateFolder(Path root) {

    /** The property that moves the folder. */
    public static final String PROPERTY = "versus.state";

    private static final String PREFIX = "run-";
    private static final Pattern KEEPER_LOG = Pattern.compile("keeper-.*\\.log");
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    public StateFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The folder that the property names, or {@code versus-<user>} among the temporary files. */
    public static StateFolder ofUser() {
        String named = System.getProperty(PROPERTY, "");
        return new StateFolder(
                named.isEmpty()
                        ? Path.of(System.getProperty("java.io.tmpdir"), "versus-" + System.getProperty("user.name"))
                        : Path.of(named));
    }

    /** Makes the folder, for its user alone; one that belongs to somebody else is refused. */
    public void prepare() {
        try {
            if (Files.isSymbolicLink(root)) {
                throw new InvalidInput(
                        "The state folder " + root + " is a link; name another by -Dversus.state=<folder>.");
            }
            if (!Files.isDirectory(root)) {
                create();
            }
            refuseForeign();
        } catch (IOException unusable) {
            throw new StateUnusable(root, unusable);
        }
    }

    private void create() throws IOException {
        Path parent = root.resolveSibling("");
        Files.createDirectories(parent);
        boolean posix = Files.getFileStore(parent).supportsFileAttributeView("posix");
        try {
            if (posix) {
                Files.createDirectory(root, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createDirectory(root);
            }
        } catch (FileAlreadyExistsException another) {
            // Another run of the same user was first; whose it is, is checked next.
        }
    }

    private void refuseForeign() throws IOException {
        Path probe = Files.createTempFile(root, ".own-", "");
        boolean own = Files.getOwner(probe).equals(Files.getOwner(root, LinkOption.NOFOLLOW_LINKS));
        Files.delete(probe);
        if (!own) {
            throw new InvalidInput(
                    "The state folder " + root + " belongs to another user; name another by -Dversus.state=<folder>.");
        }
    }

    /** The folder of a run, whether it exists or not. */
    public Path of(RunId run) {
        return root.resolve(PREFIX + run);
    }

    /** Where a run's folder stands until it says whose it is. */
    Path beingMade(RunId run) {
        return root.resolve("." + PREFIX + run);
    }

    /** Where the logs of a failed run are kept for a day. */
    public Path failureOf(RunId run) {
        return failures().resolve(PREFIX + run);
    }

    /** Deletes what is of no use to a run: logs of failed runs and of keepers; and the folder, if no run has anything in it. */
    public void clear() {
        FileTree.delete(failures());
        try (Stream<Path> entries = Files.list(root)) {
            entries.filter(path -> KEEPER_LOG
                            .matcher(String.valueOf(path.getFileName()))
                            .matches())
                    .forEach(FileTree::delete);
        } catch (IOException none) {
            return;
        }
        if (!runs().isEmpty() || !runsBeingMade().isEmpty()) {
            return;
        }
        try {
            Files.delete(root);
        } catch (IOException othersFiles) {
            // What is left was not made here.
        }
    }

    /** A new file for what a keeper says before it has a run. */
    public Path keeperLog() throws IOException {
        return Files.createTempFile(root, "keeper-", ".log");
    }

    Path failures() {
        return root.resolve("failures");
    }

    /** The runs that have a folder here, whoever owns them. */
    public List<RunId> runs() {
        return runsIn(root, PREFIX);
    }

    List<RunId> runsBeingMade() {
        return runsIn(root, "." + PREFIX);
    }

    List<RunId> failedRuns() {
        return runsIn(failures(), PREFIX);
    }

    private static List<RunId> runsIn(Path folder, String prefix) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.startsWith(prefix) && RunId.isOne(name.substring(prefix.length())))
                    .map(name -> new RunId(name.substring(prefix.length())))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
