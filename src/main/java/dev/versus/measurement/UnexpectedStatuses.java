package dev.versus.measurement;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The HTTP statuses that make a response a failure, in words. */
public final class UnexpectedStatuses {

    private UnexpectedStatuses() {}

    /**
     * Lists the statuses that are neither 2xx nor 3xx, with their number: "503 × 120, 504 × 5"; empty if there are none.
     *
     * @param statuses the number of responses by status
     */
    public static String text(Map<Integer, Long> statuses) {
        return new TreeMap<>(statuses)
                .entrySet().stream()
                        .filter(status -> !Response.isExpected(status.getKey()))
                        .map(status -> String.format(Locale.ROOT, "%d × %,d", status.getKey(), status.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /** Describes the failed requests of one kind: "125 unexpected status (503 × 120, 504 × 5)". */
    public static String failures(Map.Entry<FailureKind, Long> failures, Map<Integer, Long> statuses) {
        String text = String.format(
                Locale.ROOT, "%,d %s", failures.getValue(), failures.getKey().text());
        return failures.getKey() == FailureKind.STATUS ? text + " (" + text(statuses) + ")" : text;
    }
}
