package dev.versus.environment.host;

import dev.versus.environment.Remover;
import dev.versus.environment.RunId;
import dev.versus.environment.Ticker;
import dev.versus.linux.Proc;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Remover of cgroups, which kills every process that still runs in them: only processes of the run were ever there. A name is the path of
 * the cgroup's folder.
 */
public final class CgroupRemover extends Remover {

    static final String KIND = "cgroup";

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Ticker ticker = Ticker.real();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected boolean canBeOf(RunId run, String name) {
        Path folder = Path.of(name);
        return ReplicaGroups.areMadeAs(run, folder) || !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    protected boolean removeAll(List<String> names) {
        boolean gone = true;
        for (String name : names) {
            gone &= remove(Path.of(name));
        }
        return gone;
    }

    /**
     * Kills the members of a cgroup until it can be deleted: the kernel still counts killed processes for a moment. A cgroup around
     * others with processes stays, such as that of containers whose engine does not answer.
     */
    private boolean remove(Path folder) {
        long start = ticker.nanoTime();
        while (!isGone(folder)) {
            if (isAroundProcesses(folder)
                    || ticker.nanoTime() - start > LIMIT.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
            kill(folder.resolve("cgroup.procs"));
            ticker.pause(POLL);
        }
        return true;
    }

    private static boolean isGone(Path folder) {
        try {
            return !Files.isDirectory(folder) || Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException holdsOthers) {
            return false;
        } catch (IOException busy) {
            return false;
        }
    }

    private static boolean isAroundProcesses(Path folder) {
        return Stream.ofNullable(folder.toFile().listFiles())
                .flatMap(Arrays::stream)
                .anyMatch(inside ->
                        !Proc.text(inside.toPath().resolve("cgroup.procs")).isBlank());
    }

    private static void kill(Path members) {
        try {
            Files.readAllLines(members).stream()
                    .map(Long::parseLong)
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .forEach(ProcessHandle::destroyForcibly);
        } catch (IOException | IllegalStateException gone) {
            // The next attempt to delete the cgroup shows whether it is empty.
        }
    }
}
