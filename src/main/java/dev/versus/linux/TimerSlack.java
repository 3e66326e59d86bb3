package dev.versus.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lowers the timer slack of event loops. Linux lets the timers of a sleeping thread be late by the thread's timer slack, 50 µs by default,
 * to combine wake-ups. A thread may lower its own slack without privilege, through {@code /proc/<thread>/timerslack_ns}.
 */
public final class TimerSlack {

    private static final Path THIS_THREAD = Path.of("/proc/thread-self");
    private static final ThreadLocal<Boolean> LEAST = ThreadLocal.withInitial(TimerSlack::lower);

    private TimerSlack() {}

    /** Sets the calling thread's timer slack to 1 ns, once for each thread; false where that cannot be done. */
    public static boolean leastForThisThread() {
        return LEAST.get();
    }

    private static boolean lower() {
        try {
            String thread = String.valueOf(Files.readSymbolicLink(THIS_THREAD).getFileName());
            Files.write(Path.of("/proc", thread, "timerslack_ns"), "1".getBytes(US_ASCII));
            return true;
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }
}
