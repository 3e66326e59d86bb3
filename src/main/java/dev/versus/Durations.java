package dev.versus;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people and Compose files write them: {@code 250ms}, {@code 1.5s}, {@code 1m30s}; units are h, m, s, ms, us and ns. */
public final class Durations {

    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(h|ms|m|s|us|ns)");

    private Durations() {}

    /**
     * Reads a duration that a person has written, who may leave blanks around the number.
     *
     * @throws IllegalArgumentException if {@link #read} knows no such duration
     */
    public static Duration parse(String text) {
        return read(text.strip().replaceFirst("\\s+(?=[a-z]+$)", ""))
                .orElseThrow(() -> new IllegalArgumentException(
                        "a duration is a number and us, ms, s, m or h (such as 250ms or 1.5s), not " + text));
    }

    /** Reads a duration as Compose defines it: numbers, each with its unit, or {@code 0}; empty for any other text. */
    public static Optional<Duration> read(String text) {
        Matcher part = PART.matcher(text);
        BigDecimal nanos = BigDecimal.ZERO;
        int at = 0;
        while (part.region(at, text.length()).lookingAt()) {
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(nanosIn(part.group(2)))));
            at = part.end();
        }
        boolean whole = text.equals("0") || (at > 0 && at == text.length());
        return whole && nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                ? Optional.of(Duration.ofNanos(nanos.longValue()))
                : Optional.empty();
    }

    /** Writes a duration the shortest way that {@link #parse} reads again. */
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
            case "ns" -> 1L;
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
