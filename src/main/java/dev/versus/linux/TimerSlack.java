package dev.versus.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Linux lets a sleeping thread's timers be late by its timer slack, 50 µs unless told otherwise, to gather wake-ups. A thread may
 * lower its own without privilege, through {@code /proc/<thread>/timerslack_ns}; so each event loop does, once.
 */
public final class TimerSlack {

    private static final Path THIS_THREAD = Path.of("/proc/thread-self");
    private static final ThreadLocal<Boolean> LEAST = ThreadLocal.withInitial(TimerSlack::lower);

    private TimerSlack() {}

    /** Has the calling thread woken as punctually as the kernel can; false where it cannot be told to. */
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
