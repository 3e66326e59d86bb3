package dev.versus.environment.image;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reason of an engine for refusing a request, in one line. */
public final class EngineRefusal {

    private static final Pattern JSON = Pattern.compile("(?s).*\"message\"\\s*:\\s*\"(.*)\"\\s*}.*");
    private static final Pattern PREFIX = Pattern.compile("^(?:Could not \\w+ image|Status \\d+): ?");

    private EngineRefusal() {}

    /** Returns the engine's own words, without the parts of the protocol around them. */
    public static String reason(RuntimeException refused) {
        String message = String.valueOf(refused.getMessage());
        Matcher json = JSON.matcher(message);
        String said = json.matches() ? json.group(1).replace("\\\"", "\"").replace("\\n", " ") : message;
        return PREFIX.matcher(said).replaceFirst("").strip().replaceAll("\\s+", " ");
    }
}
