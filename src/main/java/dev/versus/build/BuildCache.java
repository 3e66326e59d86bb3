package dev.versus.build;

import dev.versus.CacheFolder;
import dev.versus.FileTree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Makes folders of the user's cache, each once. A folder is made under another name and renamed when it is complete, so that a kill leaves
 * nothing that looks complete. One build at a time holds the lock of the cache; whoever holds it removes what killed builds have left.
 */
record BuildCache(Consumer<String> progress) {

    private static final String LOCK = ".building.lock";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

    /** Makes what a folder of the cache holds. */
    @FunctionalInterface
    interface Maker {

        void make(Workplace place) throws IOException;
    }

    /**
     * Makes a folder of the cache unless it is there already, and tells whether it did.
     *
     * @throws BuildFailed if it cannot be made
     */
    boolean once(Path home, Maker maker) {
        touch(home);
        if (FileTree.isKept(home)) {
            return false;
        }
        Path cache = home.resolveSibling("");
        IN_THIS_JVM.lock();
        try {
            Files.createDirectories(CacheFolder.ofUser());
            try (var channel =
                            FileChannel.open(cache.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = locked(channel)) {
                return held.isValid() && !FileTree.isKept(home) && make(home, maker);
            }
        } catch (IOException unusable) {
            throw BuildFailed.unwritable(cache, unusable);
        } finally {
            IN_THIS_JVM.unlock();
        }
    }

    private FileLock locked(FileChannel channel) throws IOException {
        FileLock free = channel.tryLock();
        if (free != null) {
            return free;
        }
        progress.accept("waiting for another build of this user");
        return channel.lock();
    }

    private static boolean make(Path home, Maker maker) throws IOException {
        KilledBuilds.in(home.resolveSibling("")).remove();
        FileTree.discardUnlessKept(home, Workplace.PREFIX);
        forget(Instant.now().minus(KEPT));
        Path aside = Files.createTempDirectory(home.resolveSibling(""), Workplace.PREFIX);
        try {
            var place = new Workplace(aside);
            Files.createDirectory(place.temporary());
            maker.make(place);
            KilledBuilds.endTools(aside);
            FileTree.rename(place.folder(), home);
            return true;
        } finally {
            FileTree.delete(aside);
        }
    }

    /** Keeps the time of the last use, by which old builds are found. It is written before the folder is looked for, so that it stays. */
    private static void touch(Path home) {
        try {
            Files.setLastModifiedTime(home, FileTime.from(Instant.now()));
        } catch (IOException notThere) {
            // It is made next, or it is used all the same.
        }
    }

    /** Removes what was built and not used since then. */
    private static void forget(Instant since) throws IOException {
        for (Path built : CacheFolder.startingWith(ServiceBuild.NAME)) {
            if (Files.getLastModifiedTime(built).toInstant().isBefore(since)) {
                FileTree.discard(built, Workplace.PREFIX);
            }
        }
    }
}
