package dev.versus.report;

import dev.versus.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prepares settings for the record: masks secrets, and replaces a request's body or form by its length, because a
 * digest of a short text would let its secrets be guessed. Headers are masked unless they never hold a secret. The
 * names of the variables that hold credentials stay.
 */
final class RecordedSettings {

    private static final String BODY = "body";
    private static final String HEADER = "header.";
    private static final Set<String> BODIES = Set.of(BODY, "form");
    private static final Pattern OPEN_HEADER = Pattern.compile(
            "(?i)header\\.(?:accept(?:-[a-z]+)?|content-[a-z]+|cache-control|connection|host|user-agent)");
    private static final Pattern VARIABLES = Pattern.compile("(?:basic:[A-Z_][A-Z0-9_]*|bearer):[A-Z_][A-Z0-9_]*");
    /** A body as it is recorded; older records have a digest behind the length. */
    private static final Pattern TOLD = Pattern.compile("\\*{3} \\((\\d+) bytes(?:, SHA-256 [0-9a-f]+…)?\\)");

    private RecordedSettings() {}

    /** Returns settings by name as they are recorded; applying it again changes nothing. */
    static Map<String, String> of(Map<String, String> given) {
        Map<String, String> recorded = Secrets.masked(given);
        given.forEach((name, value) -> {
            if (name.equals("credentials") && VARIABLES.matcher(value).matches()) {
                recorded.put(name, value);
            } else if (BODIES.contains(name) && !isTold(name, value)) {
                recorded.put(name, told(value));
            } else if (name.startsWith(HEADER) && !OPEN_HEADER.matcher(name).matches()) {
                recorded.put(name, Secrets.MASK);
            }
        });
        return Map.copyOf(recorded);
    }

    /** Tells whether the setting shows nothing of what is sent: it is blank, names a file, or is masked. */
    private static boolean isTold(String name, String value) {
        return value.isBlank() || (name.equals(BODY) && value.startsWith("@")) || value.equals(Secrets.MASK);
    }

    private static String told(String body) {
        Matcher told = TOLD.matcher(body);
        String bytes = told.matches() ? told.group(1) : String.valueOf(body.getBytes(StandardCharsets.UTF_8).length);
        return "%s (%s bytes)".formatted(Secrets.MASK, bytes);
    }
}
