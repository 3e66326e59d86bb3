package dev.versus.build;

import dev.versus.FileTree;
import dev.versus.ThisUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Temporary folders and tools that killed builds have left. To be removed only by the holder of the cache's lock. */
record KilledBuilds(Path cache) {

    private static final Path PROCESSES = Path.of("/proc");
    private static final int ROUNDS = 500;
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(20);

    static KilledBuilds in(Path cache) {
        return new KilledBuilds(cache);
    }

    /** Ends the tools that still run, and removes all temporary folders. */
    void remove() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(cache, Workplace.PREFIX + "*")) {
            for (Path aside : left) {
                if (Files.isDirectory(aside)) {
                    endTools(aside);
                    FileTree.delete(aside);
                }
            }
        }
    }

    /**
     * Ends all that the tools of a build have left running, so that nothing changes what they have made.
     *
     * @throws IOException if it does not end
     */
    static void endTools(Path aside) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> left = ProcessHandle.allProcesses()
                    .filter(process -> carries(process, aside))
                    .toList();
            if (left.isEmpty()) {
                return;
            }
            left.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(BETWEEN_ROUNDS.toNanos());
        }
        throw new IOException("programs that the build has started do not end");
    }

    /** Tells whether a process of this user carries the variable of a build. Only Linux tells; elsewhere a tool ends by itself. */
    private static boolean carries(ProcessHandle process, Path aside) {
        Path entry = PROCESSES.resolve(Long.toString(process.pid()));
        try {
            boolean own = Integer.valueOf(ThisUser.INSTANCE.uid()).equals(Files.getAttribute(entry, "unix:uid"));
            String variables = own ? Files.readString(entry.resolve("environ"), StandardCharsets.ISO_8859_1) : "";
            return Arrays.asList(variables.split("\0", -1)).contains(Workplace.VARIABLE + "=" + aside);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException gone) {
            return false;
        }
    }
}
