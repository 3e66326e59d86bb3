package dev.versus.environment;

import dev.versus.InvalidInput;
import dev.versus.OwnFolder;
import dev.versus.Setting;
import dev.versus.SettingType;
import dev.versus.ThisUser;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
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

    /** Only root can make something here, and it outlives a boot. */
    private static final Path LASTING = Path.of("/var/lib");

    private static final String PREFIX = "run-";
    private static final Pattern KEEPER_LOG = Pattern.compile("keeper-.*\\.log");

    /** The setting whose property names another folder. */
    public static final Setting<Path> SETTING = new Setting<>(
            "state",
            Setting.ALL,
            "",
            "where deployments are kept on record, so that leftovers can be removed; if not given, `/var/lib/versus/state` for root and"
                    + " `versus-<user>` among temporary files for others",
            new SettingType<>("a folder", Path::of));

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    public StateFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The folder that the property names; else root's own, or one of this user among the temporary files. */
    public static StateFolder ofUser() {
        String named = System.getProperty(PROPERTY, "");
        return new StateFolder(named.isEmpty() ? usual() : Path.of(named));
    }

    /** Among temporary files anybody could make root's folder first. */
    private static Path usual() {
        return ThisUser.INSTANCE.isRoot() && Files.isDirectory(LASTING)
                ? LASTING.resolve("versus/state")
                : temporary().resolve("versus-" + System.getProperty("user.name"));
    }

    /** Some systems have a link in the path of their temporary files. */
    private static Path temporary() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            return temporary.toRealPath();
        } catch (IOException gone) {
            return temporary;
        }
    }

    /**
     * Makes the folder, for its user alone.
     *
     * @throws InvalidInput if somebody else could write to it, or have made it
     */
    public void prepare() {
        try {
            if (!isThere()) {
                create();
            }
        } catch (IOException unusable) {
            throw new StateUnusable(root, unusable);
        }
        var unused = isThere();
    }

    private void create() throws IOException {
        Path parent = Files.createDirectories(root.resolveSibling(""));
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

    /**
     * Tells whether the folder exists; nothing in it is read before this was asked.
     *
     * @throws InvalidInput if it exists and is not this user's alone
     */
    private boolean isThere() {
        return OwnFolder.require(root, "The state folder", "name another by -Dversus.state=<folder>.");
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
        if (!isThere()) {
            return;
        }
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

    /**
     * Lists the runs that have a folder here, whichever process owns them.
     *
     * @throws InvalidInput if this folder, or that of a run, is not this user's alone
     */
    public List<RunId> runs() {
        List<RunId> runs = runsIn(root, PREFIX);
        runs.forEach(run -> OwnFolder.require(of(run), "The run's folder", "remove it by hand."));
        return runs;
    }

    List<RunId> runsBeingMade() {
        return runsIn(root, "." + PREFIX);
    }

    List<RunId> failedRuns() {
        return runsIn(failures(), PREFIX);
    }

    private List<RunId> runsIn(Path folder, String prefix) {
        if (!isThere()) {
            return List.of();
        }
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
