package dev.versus.gatling;

import dev.versus.linux.Proc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Moves the threads of this JVM that send and time requests into a real-time class of the scheduler, and back. Other work of the JVM
 * (compiling, garbage collection, counting) then waits for these threads; otherwise they would wait milliseconds for it. It suits only
 * load that leaves them idle between requests: at their ceiling they would leave no time to the threads that empty their queues. It
 * needs Linux with {@code chrt} (util-linux), and root or a limit RLIMIT_RTPRIO that allows it. Source: sched(7), sched_rr.
 */
final class RealTimeThreads {

    private static final Path TASKS = Path.of("/proc/self/task");
    private static final String EVENT_LOOP = "gatling-";
    private static final long SECONDS = 5;

    private RealTimeThreads() {}

    /** Tells whether this user may put threads into a real-time class. */
    static boolean allowed() {
        return chrt("--rr", "1", "true");
    }

    /** Puts Gatling's event loops into the real-time class. */
    static void raise() {
        named(EVENT_LOOP).forEach(thread -> chrt("--reset-on-fork", "--rr", "--pid", "1", thread));
    }

    /** Puts Gatling's event loops back into the default class. */
    static void lower() {
        named(EVENT_LOOP).forEach(thread -> chrt("--other", "--pid", "0", thread));
    }

    /** Returns the ids of this JVM's threads whose name, as the kernel knows it, starts with the prefix. */
    private static List<String> named(String prefix) {
        List<String> ids = new ArrayList<>();
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
