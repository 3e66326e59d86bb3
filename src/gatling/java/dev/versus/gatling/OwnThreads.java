package dev.versus.gatling;

import dev.versus.linux.Proc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The threads of this JVM as the kernel's scheduler has them; none but on Linux. */
final class OwnThreads {

    private static final Path TASKS = Path.of("/proc/self/task");
    private static final long SECONDS = 5;

    private OwnThreads() {}

    /** The ids of this JVM's threads whose name, as the kernel has it, begins so. */
    static List<String> named(String prefix) {
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

    /** Runs a command that tells the scheduler something; whether it could. */
    static boolean tell(String... command) {
        try {
            Process telling = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return telling.waitFor(SECONDS, TimeUnit.SECONDS) && telling.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
