package dev.versus.environment;

import dev.versus.linux.Proc;
import org.jspecify.annotations.Nullable;

/**
 * Clock that converts clock ticks since boot into seconds since the epoch.
 *
 * @param boot seconds since the epoch at which this host was booted
 */
record BootClock(long boot) {

    /** The kernel reports ticks to programs as hundredths of a second ({@code USER_HZ}), whatever its own tick is. */
    private static final long TICKS_A_SECOND = 100;

    private static final String BOOT = "btime ";

    /** Returns the clock of this host, or null where the kernel does not report the time of boot. */
    static @Nullable BootClock ofThisHost() {
        return Proc.text(Proc.ofThisHost().root().resolve("stat"))
                .lines()
                .filter(line -> line.startsWith(BOOT))
                .map(line -> new BootClock(
                        Long.parseLong(line.substring(BOOT.length()).strip())))
                .findFirst()
                .orElse(null);
    }

    /** Returns the second, since the epoch, in which a process started, or {@link Long#MAX_VALUE} if its identity holds no start time. */
    long secondsAt(ProcessIdentity process) {
        String ticks = process.started().replaceFirst("@.*", "");
        return ticks.matches("\\d{1,18}") ? boot + Long.parseLong(ticks) / TICKS_A_SECOND : Long.MAX_VALUE;
    }
}
