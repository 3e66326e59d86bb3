package dev.versus.environment.host;

import dev.versus.environment.Made;
import dev.versus.environment.RunId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parent of the folders of replicas that root starts under another uid. The run's own folder cannot hold them, because only root may enter
 * it.
 *
 * @param root a folder of root that everyone may enter and only root may list or write to
 */
record ReplicaFolders(Path root) {

    /** The kind of a folder outside the run's own, as {@link Made#kind} has it. */
    private static final String KIND = "folder";

    private static final String ENTER_ONLY = "rwx--x--x";
    private static final String OWNER_ONLY = "rwx------";

    static ReplicaFolders ofThisHost() {
        return new ReplicaFolders(Path.of("/var/lib/versus/engines"));
    }

    /**
     * Makes the parent folder, which stays after the run.
     *
     * @throws IOException if the folder exists and others can write to it
     */
    ReplicaFolders prepare() throws IOException {
        makeRoot(root.resolveSibling(""));
        makeRoot(root);
        return this;
    }

    /** Returns the folders that a run makes for these replicas. */
    List<Made> made(RunId run, List<String> replicas) {
        return replicas.stream()
                .map(replica -> new Made(KIND, of(run, replica).toString()))
                .toList();
    }

    private Path of(RunId run, String replica) {
        return root.resolve(run + "-" + replica);
    }

    /**
     * Makes the folder of a replica for the user of other replicas of its run if one of these has its folder, else for a user with a new
     * uid. The run has recorded the folder before. Folders are made one at a time, so that each choice of a uid sees the owners of the
     * others.
     */
    ReplicaFolder make(RunId run, String replica, List<String> companions) throws IOException {
        synchronized (ReplicaFolders.class) {
            var uids = new FreeUids(HostAccounts.ofThisHost(), List.of(Path.of("/proc"), prepare().root));
            Optional<HostUser> known = userOf(run, companions);
            HostUser user = known.isPresent() ? known.get() : uids.choose(new SecureRandom());
            Path folder = Files.createDirectory(
                    of(run, replica),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            return new ReplicaFolder(ReplicaFolder.give(folder, user), user);
        }
    }

    private Optional<HostUser> userOf(RunId run, List<String> replicas) throws IOException {
        for (String replica : replicas) {
            Path folder = of(run, replica);
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                int uid = (Integer) Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
                return Optional.of(new HostUser(uid, uid));
            }
        }
        return Optional.empty();
    }

    private static void makeRoot(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(ENTER_ONLY));
        } catch (FileAlreadyExistsException before) {
            refuseOthers(folder);
        }
    }

    private static void refuseOthers(Path folder) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
        boolean own = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS))
                && !permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
        if (!own || !permissions.contains(PosixFilePermission.OTHERS_EXECUTE)) {
            throw new IOException(
                    folder + " must be a folder of root that everyone may enter and only root may write to;"
                            + " remove it, or: chown root " + folder + " && chmod 711 " + folder);
        }
    }
}
