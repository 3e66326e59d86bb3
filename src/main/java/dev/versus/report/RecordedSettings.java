package dev.versus.report;

import dev.versus.Digest;
import dev.versus.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Settings as they are recorded: secrets are masked, and of a request's body only its length is kept and the start of its SHA-256, taken
 * after masking, so that two runs can be held against each other and nobody can try passwords against it.
 */
final class RecordedSettings {

    private static final String BODY = "body";
    private static final int DIGITS = 12;

    private RecordedSettings() {}

    /** Settings by name; those that are recorded already stay as they are. */
    static Map<String, String> of(Map<String, String> given) {
        Map<String, String> recorded = Secrets.masked(given);
        String body = given.get(BODY);
        if (body != null && !isTold(body)) {
            recorded.put(BODY, told(body));
        }
        return Map.copyOf(recorded);
    }

    /** Whether nothing of it is a request's: it is empty, names a file, or stands for a body already. */
    private static boolean isTold(String body) {
        return body.isBlank() || body.startsWith("@") || body.startsWith(Secrets.MASK);
    }

    private static String told(String body) {
        int bytes = body.getBytes(StandardCharsets.UTF_8).length;
        return "%s (%d bytes, SHA-256 %s…)"
                .formatted(Secrets.MASK, bytes, Digest.of(Secrets.masked(body)).substring(0, DIGITS));
    }
}
