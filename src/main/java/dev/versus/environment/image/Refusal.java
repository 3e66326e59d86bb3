package dev.versus.environment.image;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an engine says when it refuses, in one line. */
public final class Refusal {

    private static final Pattern JSON = Pattern.compile("(?s).*\"message\"\\s*:\\s*\"(.*)\"\\s*}.*");
    private static final Pattern PREFIX = Pattern.compile("^(?:Could not \\w+ image|Status \\d+): ?");

    private Refusal() {}

    /** The engine's own words, without the protocol around them. */
    public static String reason(RuntimeException refused) {
        String message = String.valueOf(refused.getMessage());
        Matcher json = JSON.matcher(message);
        String said = json.matches() ? json.group(1).replace("\\\"", "\"").replace("\\n", " ") : message;
        return PREFIX.matcher(said).replaceFirst("").strip().replaceAll("\\s+", " ");
    }
}
