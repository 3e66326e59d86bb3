package dev.versus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where a user's runs keep what later runs need: unpacked programs, and readings of the ruler. All of it can be made anew. */
public final class CacheFolder {

    /** The property that moves it. */
    public static final String PROPERTY = Settings.PREFIX + "cache";

    private static final Path ROOTS = Path.of("/var/cache");

    private CacheFolder() {}

    /**
     * The folder that the property names, or else {@code versus} among the user's caches; it may still have to be made. Root's stands in
     * {@code /var/cache}, because what root starts under other uids is to read it.
     */
    public static Path ofUser() {
        String named = System.getProperty(PROPERTY, "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isEmpty() ? usual() : Path.of(xdg);
        return base.resolve("versus").toAbsolutePath();
    }

    private static Path usual() {
        return System.getProperty("user.name", "").equals("root") && Files.isDirectory(ROOTS)
                ? ROOTS
                : Path.of(System.getProperty("user.home"), ".cache");
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
