package dev.versus.services.ruler;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Linux lets a sleeping thread's timers be late by its timer slack, 50 µs unless told otherwise, to gather wake-ups. A thread may
 * lower its own without privilege, through {@code /proc/<thread>/timerslack_ns}.
 */
final class TimerSlack {

    private static final Path THIS_THREAD = Path.of("/proc/thread-self");

    private TimerSlack() {}

    /** Has the calling thread woken as punctually as the kernel can. Elsewhere than on Linux it does nothing. */
    static void leastForThisThread() {
        try {
            String thread = String.valueOf(Files.readSymbolicLink(THIS_THREAD).getFileName());
            Files.write(Path.of("/proc", thread, "timerslack_ns"), "1".getBytes(US_ASCII));
        } catch (IOException | UnsupportedOperationException e) {
            // Delays are then up to 50 µs longer, which the record shows.
        }
    }
}
