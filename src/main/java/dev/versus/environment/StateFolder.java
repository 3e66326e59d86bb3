package dev.versus.environment;

import dev.versus.FileTree;
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

/** Folder in which every run of this user records what it makes, so that a later start finds the leftovers of a killed run. */
public record StateFolder(Path root) {

    /** The system property that names another folder. */
    public static final String PROPERTY = "versus.state";

    /** Only root can write here, and the folder survives a reboot. */
    private static final Path LASTING = real(Path.of("/var/lib"));

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

    /** Returns the folder that the property {@value #PROPERTY} names; else root's own folder, or the user's among the temporary files. */
    public static StateFolder ofUser() {
        String named = System.getProperty(PROPERTY, "");
        return new StateFolder(named.isEmpty() ? usual() : Path.of(named));
    }

    /** Returns the default folder. Root does not use the temporary files, because any user could make root's folder there first. */
    private static Path usual() {
        return ThisUser.INSTANCE.isRoot() && Files.isDirectory(LASTING)
                ? LASTING.resolve("versus/state")
                : real(Path.of(System.getProperty("java.io.tmpdir")))
                        .resolve("versus-" + System.getProperty("user.name"));
    }

    /** Returns a folder of the system without links, which its path has on some systems. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException gone) {
            return folder;
        }
    }

    /**
     * Makes the folder, accessible to its user alone.
     *
     * @throws InvalidInput if another user can write to it, or may have made it
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

    /** Makes the folders above, of which everyone may enter the last one whatever the umask: services of other users have folders there. */
    private static Path makeParents(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent);
            if (parent.startsWith(LASTING)) {
                Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
            }
        }
        return parent;
    }

    private void create() throws IOException {
        Path parent = makeParents(root.resolveSibling(""));
        boolean posix = Files.getFileStore(parent).supportsFileAttributeView("posix");
        try {
            if (posix) {
                Files.createDirectory(root, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createDirectory(root);
            }
        } catch (FileAlreadyExistsException another) {
            // Another run of the same user was first. The caller checks the owner next.
        }
    }

    /**
     * Tells whether the folder exists. It must be called before anything in the folder is read.
     *
     * @throws InvalidInput if it exists and is not accessible to this user alone
     */
    private boolean isThere() {
        return OwnFolder.require(root, "The state folder", "name another by -Dversus.state=<folder>.");
    }

    /** Returns the path of a run's folder, which need not exist. */
    public Path of(RunId run) {
        return root.resolve(PREFIX + run);
    }

    /** Returns the path of a run's folder before its owner is written. */
    Path beingMade(RunId run) {
        return root.resolve("." + PREFIX + run);
    }

    /** Returns the path at which the logs of a failed run are kept for a day. */
    public Path failureOf(RunId run) {
        return failures().resolve(PREFIX + run);
    }

    /**
     * Deletes logs of failed runs and of keepers (the processes that hold the systems of {@code versus up}), and then the folder itself if
     * no run has files in it.
     */
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
            // The other files were not made by Versus.
        }
    }

    /** Makes a new file for the output of a keeper that has no run yet. */
    public Path keeperLog() throws IOException {
        return Files.createTempFile(root, "keeper-", ".log");
    }

    Path failures() {
        return root.resolve("failures");
    }

    /**
     * Lists the runs that have a folder here, whichever process owns them.
     *
     * @throws InvalidInput if this folder, or that of a run, is not accessible to this user alone
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
