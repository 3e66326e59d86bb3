package dev.versus.environment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identity of a process that no later process can share: its id, which the operating system reuses, and its start time.
 *
 * @param started on Linux the clock ticks since boot, the boot's id and the PID namespace; elsewhere milliseconds since the epoch; without
 *     spaces
 */
public record ProcessIdentity(long pid, String started) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) (\\S+)\\s*");

    /** Reads the text that {@link #asText} returns; nothing if the text has another form. */
    public static Optional<ProcessIdentity> read(String text) {
        Matcher words = TEXT.matcher(text);
        return words.matches()
                ? Optional.of(new ProcessIdentity(Long.parseLong(words.group(1)), words.group(2)))
                : Optional.empty();
    }

    /** Returns the id and the start time, separated by a space. */
    public String asText() {
        return pid + " " + started;
    }
}
