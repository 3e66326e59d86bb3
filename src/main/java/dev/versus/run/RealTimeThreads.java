package dev.versus.run;

import dev.versus.linux.Proc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The threads of this JVM that send and time requests, in a real-time class of the scheduler: whatever else the JVM does (compiling,
 * collecting, counting) then waits for them, and not they, for milliseconds, for it. Only for load that leaves them idle between
 * requests: at their ceiling they would leave no time to whoever empties their queues. Linux with {@code chrt} (util-linux) only, and by the
 * superuser or whoever may (RLIMIT_RTPRIO). Source: sched(7), sched_rr.
 *
 * @param beginning of the threads' names; with an empty one there are none
 */
record RealTimeThreads(String beginning) {

    private static final Path TASKS = Path.of("/proc/self/task");
    private static final long SECONDS = 5;

    /** Tells whether this user may put threads into a real-time class. */
    static boolean allowed() {
        return chrt("--rr", "1", "true");
    }

    /** Puts the threads into the real-time class. */
    void raise() {
        named(beginning).forEach(thread -> chrt("--reset-on-fork", "--rr", "--pid", "1", thread));
    }

    /** Puts the threads back into the default class. */
    void lower() {
        named(beginning).forEach(thread -> chrt("--other", "--pid", "0", thread));
    }

    /** Returns the ids of this JVM's threads whose name, as the kernel knows it, starts with the prefix. */
    private static List<String> named(String prefix) {
        List<String> ids = new ArrayList<>();
        if (prefix.isEmpty()) {
            return ids;
        }
        try (Stream<Path> tasks = Files.list(TASKS)) {
            tasks.map(task -> String.valueOf(task.getFileName()))
                    .filter(id -> Proc.ofThisHost()
                            .text(ProcessHandle.current().pid(), "task/" + id + "/comm")
                            .startsWith(prefix))
                    .forEach(ids::add);
        } catch (IOException notLinux) {
            return List.of();
        }
        return ids;
    }

    private static boolean chrt(String... words) {
        List<String> command = new ArrayList<>(List.of("chrt"));
        command.addAll(List.of(words));
        try {
            Process chrt = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return chrt.waitFor(SECONDS, TimeUnit.SECONDS) && chrt.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
