package dev.versus.measurement;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The statuses that make responses failures, in words. */
public final class UnexpectedStatuses {

    private UnexpectedStatuses() {}

    /**
     * Those of responses that are neither 2xx nor 3xx: "503 × 120, 504 × 5"; empty if there are none.
     *
     * @param statuses how many responses had each status
     */
    public static String text(Map<Integer, Long> statuses) {
        return new TreeMap<>(statuses)
                .entrySet().stream()
                        .filter(status -> !Response.isExpected(status.getKey()))
                        .map(status -> String.format(Locale.ROOT, "%d × %,d", status.getKey(), status.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
