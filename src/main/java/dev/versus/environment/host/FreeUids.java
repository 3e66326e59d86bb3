package dev.versus.environment.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Uids that nothing uses on this host: no user or group has the number, no process runs under it, and no other replica's folder belongs to
 * it. The range is that of systemd's {@code DynamicUser}, which distributions leave free. Source: systemd, UIDS-GIDS.md.
 *
 * @param owning folders in which the owner of every entry counts as a uid in use, such as {@code /proc}
 */
record FreeUids(HostAccounts accounts, List<Path> owning) {

    static final int FIRST = 61_184;
    static final int LAST = 65_519;

    /**
     * Draws a free number, used as both uid and gid.
     *
     * @throws IOException if none is free
     */
    HostUser choose(RandomGenerator random) throws IOException {
        Set<Integer> taken = taken();
        List<Integer> free = IntStream.rangeClosed(FIRST, LAST)
                .filter(id -> !taken.contains(id))
                .boxed()
                .toList();
        if (free.isEmpty()) {
            throw new IOException("all uids from " + FIRST + " to " + LAST + " belong to somebody here;"
                    + " end processes or remove users that have them");
        }
        int id = free.get(random.nextInt(free.size()));
        return new HostUser(id, id);
    }

    private Set<Integer> taken() {
        var taken = new HashSet<>(accounts.ids());
        for (Path folder : owning) {
            try (Stream<Path> entries = Files.list(folder)) {
                entries.flatMap(entry -> owner(entry).stream()).forEach(taken::add);
            } catch (IOException none) {
                // A folder that does not exist uses no uid.
            }
        }
        return taken;
    }

    private static Optional<Integer> owner(Path path) {
        try {
            return Optional.of((Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
