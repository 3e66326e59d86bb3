package dev.versus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where a user's runs keep what later runs need: unpacked programs, and readings of the ruler. All of it can be made anew. */
public final class CacheFolder {

    /** The setting that names another folder. */
    public static final Setting<Path> SETTING = new Setting<>(
            "cache",
            Setting.ALL,
            "",
            "where PostgreSQL and root file systems of images are unpacked, Python packages are installed, and readings of the ruler"
                    + " are kept; if not given, `versus` in `$XDG_CACHE_HOME`, else in `/var/cache` for root and in `~/.cache` for others",
            new SettingType<>("a folder", Path::of));

    /** The system property that names another folder. */
    public static final String PROPERTY = SETTING.property();

    private static final Path ROOTS = Path.of("/var/cache");

    private CacheFolder() {}

    /**
     * The folder that the property names, or else {@code versus} among the user's caches; it may still have to be made. Root's stands in
     * {@code /var/cache}, because what root starts under other uids is to read it.
     *
     * @throws InvalidInput if it exists and somebody else could write to it: programs in it are run
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
                ? ROOTS
                : real(Path.of(System.getProperty("user.home"))).resolve(".cache");
    }

    /** Homes are reached through links, here and there. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException notThere) {
            return folder;
        }
    }

    /** What is in it under names that begin so. */
    public static List<Path> startingWith(String prefix) {
        try (Stream<Path> entries = Files.list(ofUser())) {
            return entries.filter(entry -> String.valueOf(entry.getFileName()).startsWith(prefix))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
