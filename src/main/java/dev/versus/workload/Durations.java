package dev.versus.workload;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes durations as people write them: {@code 250ms}, {@code 5s}, {@code 1.5m}, {@code 2h}. */
public final class Durations {

    private static final Pattern TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(us|ms|s|m|h)");

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException if the text is not a number followed by one of the units us, ms, s, m, h
     */
    public static Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        Limits.require(
                matcher.matches(), "a duration is a number and us, ms, s, m or h (such as 250ms or 1.5s), not", text);
        return Duration.ofNanos(Math.round(Double.parseDouble(matcher.group(1)) * nanosIn(matcher.group(2))));
    }

    /** Writes a duration in the largest unit that shows it with one decimal at most, for {@link #parse} to read again. */
    public static String text(Duration duration) {
        long nanos = duration.toNanos();
        for (String unit : new String[] {"h", "m", "s", "ms"}) {
            if (nanos != 0 && nanos % (nanosIn(unit) / 10) == 0 && Math.abs(nanos) >= nanosIn(unit)) {
                return trimmed((double) nanos / nanosIn(unit)) + unit;
            }
        }
        return trimmed(nanos / 1e3) + "us";
    }

    private static long nanosIn(String unit) {
        return switch (unit) {
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? "%.0f".formatted(value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
