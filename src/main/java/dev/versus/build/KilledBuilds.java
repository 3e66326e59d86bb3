package dev.versus.build;

import dev.versus.FileTree;
import dev.versus.ThisUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Temporary folders and tools that killed builds have left. To be removed only by the holder of the cache's lock. */
record KilledBuilds(Path cache) {

    private static final Path PROCESSES = Path.of("/proc");

    static KilledBuilds in(Path cache) {
        return new KilledBuilds(cache);
    }

    /** Ends the tools that still run, and removes all temporary folders. */
    void remove() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(cache, Workplace.PREFIX + "*")) {
            for (Path aside : left) {
                if (Files.isDirectory(aside)) {
                    ProcessHandle.allProcesses()
                            .filter(process -> carries(process, aside))
                            .forEach(ProcessHandle::destroyForcibly);
                    FileTree.delete(aside);
                }
            }
        }
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
