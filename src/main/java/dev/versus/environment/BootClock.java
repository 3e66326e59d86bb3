package dev.versus.environment;

import dev.versus.linux.Proc;
import org.jspecify.annotations.Nullable;

/**
 * Turns clock ticks since boot into the time of day.
 *
 * @param boot seconds since the epoch at which this host was booted
 */
record BootClock(long boot) {

    /** The kernel tells ticks of a hundredth of a second to programs, whatever it counts in ({@code USER_HZ}). */
    private static final long TICKS_A_SECOND = 100;

    private static final String BOOT = "btime ";

    /** The clock of this host, or null where the kernel does not tell when it booted. */
    static @Nullable BootClock ofThisHost() {
        return Proc.text(Proc.ofThisHost().root().resolve("stat"))
                .lines()
                .filter(line -> line.startsWith(BOOT))
                .map(line -> new BootClock(
                        Long.parseLong(line.substring(BOOT.length()).strip())))
                .findFirst()
                .orElse(null);
    }

    /** The second, since the epoch, in which a process started; the last one of all if its identity does not tell. */
    long secondsAt(ProcessIdentity process) {
        String ticks = process.started().replaceFirst("@.*", "");
        return ticks.matches("\\d{1,18}") ? boot + Long.parseLong(ticks) / TICKS_A_SECOND : Long.MAX_VALUE;
    }
}
