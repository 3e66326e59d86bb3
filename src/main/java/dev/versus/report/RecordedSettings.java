package dev.versus.report;

import dev.versus.Digest;
import dev.versus.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Prepares settings for the record: masks secrets, and replaces a request's body by its length and the first 6 bytes of its SHA-256. The
 * hash is taken after masking, so that two runs can be compared and nobody can use the hash to try passwords.
 */
final class RecordedSettings {

    private static final String BODY = "body";
    private static final int DIGITS = 12;

    private RecordedSettings() {}

    /** Returns settings by name as they are recorded; applying it again changes nothing. */
    static Map<String, String> of(Map<String, String> given) {
        Map<String, String> recorded = Secrets.masked(given);
        String body = given.get(BODY);
        if (body != null && !isTold(body)) {
            recorded.put(BODY, told(body));
        }
        return Map.copyOf(recorded);
    }

    /** Tells whether the setting shows nothing of a body: it is blank, names a file, or was replaced already. */
    private static boolean isTold(String body) {
        return body.isBlank() || body.startsWith("@") || body.startsWith(Secrets.MASK);
    }

    private static String told(String body) {
        int bytes = body.getBytes(StandardCharsets.UTF_8).length;
        return "%s (%d bytes, SHA-256 %s…)"
                .formatted(Secrets.MASK, bytes, Digest.of(Secrets.masked(body)).substring(0, DIGITS));
    }
}
