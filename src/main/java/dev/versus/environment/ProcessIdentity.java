package dev.versus.environment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that cannot be taken for another: its id, which the system uses again, and when it started.
 *
 * @param started clock ticks since boot, the boot's id and the namespace of the id on Linux, milliseconds since the epoch elsewhere;
 *     without spaces
 */
public record ProcessIdentity(long pid, String started) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) (\\S+)\\s*");

    /** Reads what {@link #asText} has written; nothing if it is something else. */
    public static Optional<ProcessIdentity> read(String text) {
        Matcher words = TEXT.matcher(text);
        return words.matches()
                ? Optional.of(new ProcessIdentity(Long.parseLong(words.group(1)), words.group(2)))
                : Optional.empty();
    }

    /** The id and the start, with a space between them. */
    public String asText() {
        return pid + " " + started;
    }
}
