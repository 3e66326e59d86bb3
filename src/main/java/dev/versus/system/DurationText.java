package dev.versus.system;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses durations in the syntax of Compose: {@code 1m30s}, {@code 500ms}, {@code 1.5s}; units are h, m, s, ms, us and ns. */
final class DurationText {

    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(h|ms|m|s|us|ns)");
    private static final Map<String, Long> NANOS = Map.of(
            "h",
            3_600_000_000_000L,
            "m",
            60_000_000_000L,
            "s",
            1_000_000_000L,
            "ms",
            1_000_000L,
            "us",
            1_000L,
            "ns",
            1L);

    private DurationText() {}

    /** Returns the duration, or null if the text is not a duration. */
    static @Nullable Duration parse(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        Matcher part = PART.matcher(text);
        BigDecimal nanos = BigDecimal.ZERO;
        int at = 0;
        while (part.region(at, text.length()).lookingAt()) {
            nanos = nanos.add(
                    new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOS.getOrDefault(part.group(2), 1L))));
            at = part.end();
        }
        boolean all = at == text.length() && at > 0;
        return all && nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                ? Duration.ofNanos(nanos.longValue())
                : null;
    }
}
