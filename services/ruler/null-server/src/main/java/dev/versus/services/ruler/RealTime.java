package dev.versus.services.ruler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Has the calling thread wait for no other program, where it may: in a real-time class of the scheduler, by {@code chrt} (util-linux)
 * and as the superuser. Source: sched(7).
 */
final class RealTime {

    private static final Path THIS_THREAD = Path.of("/proc/thread-self");
    private static final long SECONDS = 5;

    private RealTime() {}

    /** Elsewhere than on Linux, or where it may not, it does nothing: delays may then be longer, which the record shows. */
    static void forThisThread() {
        try {
            String thread = String.valueOf(Files.readSymbolicLink(THIS_THREAD).getFileName());
            Process chrt = new ProcessBuilder("chrt", "--reset-on-fork", "--rr", "--pid", "1", thread)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var unused = chrt.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (IOException | UnsupportedOperationException notHere) {
            // As the method says.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
