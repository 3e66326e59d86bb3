package dev.versus.services.slowio;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many calls a request makes, and how long each takes.
 *
 * @param delay in seconds, as the client wrote it
 * @param calls 1 to 1000
 */
record FanOut(String delay, int calls) {

    private static final int LONGEST_SECONDS = 30;
    private static final int MOST_CALLS = 1_000;
    private static final int LONGEST_TOLD = 40;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,2}(\\.[0-9]{1,6})?");
    private static final Pattern CALLS = Pattern.compile("[0-9]{1,4}");

    /** Reads the query of a request; a parameter that cannot be understood is refused with one sentence. */
    static FanOut parse(@Nullable String query) {
        Map<String, String> parameters = parameters(query == null ? "" : query);
        String delay = parameters.get("delay");
        if (delay == null || !SECONDS.matcher(delay).matches() || Double.parseDouble(delay) > LONGEST_SECONDS) {
            throw refusal("delay", delay, "seconds from 0 to " + LONGEST_SECONDS + ", such as 0.3");
        }
        String calls = parameters.get("concurrent");
        if (calls == null || !CALLS.matcher(calls).matches() || !isCount(Integer.parseInt(calls))) {
            throw refusal("concurrent", calls, "a whole number from 1 to " + MOST_CALLS);
        }
        return new FanOut(delay, Integer.parseInt(calls));
    }

    private static boolean isCount(int calls) {
        return calls >= 1 && calls <= MOST_CALLS;
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                parameters.putIfAbsent(parts[0], decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    private static Problem.ProblemException refusal(String name, @Nullable String text, String expected) {
        String found =
                text == null ? "is missing" : "is \"" + text.substring(0, Math.min(text.length(), LONGEST_TOLD)) + "\"";
        return new Problem(
                        400,
                        "invalid_parameter",
                        "The parameter " + name + " " + found + ": expected " + expected + ".")
                .toException();
    }

    Duration duration() {
        return Duration.ofNanos(Math.round(Double.parseDouble(delay) * 1e9));
    }

    /** What is answered when every call was: the same bytes for the same request, whoever answers. */
    byte[] body() {
        return "{\"calls\":%d,\"delay\":\"%s\"}".formatted(calls, delay).getBytes(StandardCharsets.UTF_8);
    }
}
