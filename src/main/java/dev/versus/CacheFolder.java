package dev.versus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which a user's runs keep what later runs reuse: unpacked programs, services that were built and readings of the ruler. It may be deleted at any
 * time; the next run makes it again.
 */
public final class CacheFolder {

    /** The setting that names another folder. */
    public static final Setting<Path> SETTING = new Setting<>(
            "cache",
            Setting.ALL,
            "",
            "where PostgreSQL and root file systems of images are unpacked, services are built, Python packages are"
                    + " installed, and readings of the ruler are kept; if not given, `versus` in `$XDG_CACHE_HOME`, else"
                    + " in `/var/cache` for root and in `~/.cache` for others",
            new SettingType<>("a folder", Path::of));

    /** The system property that names another folder. */
    public static final String PROPERTY = SETTING.property();

    private static final Path ROOTS = Path.of("/var/cache");

    private CacheFolder() {}

    /**
     * Returns the folder that {@link #PROPERTY} names, or else {@code versus} in the user's cache folder ({@code XDG_CACHE_HOME} or
     * {@code ~/.cache}). Root's default is {@code /var/cache/versus}, because processes that root starts under other uids read it. The
     * folder need not exist yet.
     *
     * @throws InvalidInput if the folder exists and another user could write to it, since programs in it are executed
     */
    public static Path ofUser() {
        Path folder =
                Settings.ofThisRun().find(SETTING).map(Path::toAbsolutePath).orElseGet(CacheFolder::usual);
        OwnFolder.require(folder, "The cache", "name another by -D" + PROPERTY + "=<folder>.");
        return folder;
    }

    private static Path usual() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        return (xdg == null || xdg.isEmpty() ? usualCaches() : real(Path.of(xdg)))
                .resolve("versus")
                .toAbsolutePath();
    }

    private static Path usualCaches() {
        return ThisUser.INSTANCE.isRoot() && Files.isDirectory(ROOTS)
                ? real(ROOTS)
                : real(real(Path.of(System.getProperty("user.home"))).resolve(".cache"));
    }

    /** Resolves links, because some home folders are reached through one; {@link OwnFolder} refuses links. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException notThere) {
            return folder;
        }
    }

    /**
     * Lists the entries of the folder whose names begin with a prefix; none if the folder cannot be read.
     *
     * @throws InvalidInput if another user could write to the folder
     */
    public static List<Path> startingWith(String prefix) {
        try (Stream<Path> entries = Files.list(ofUser())) {
            return entries.filter(entry -> String.valueOf(entry.getFileName()).startsWith(prefix))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
