package dev.versus.environment.host;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Options of Redis as a configuration file. On a command line, every user of the host could read them, and an option may be a password.
 *
 * @param options in the form of a command line
 */
record RedisConfiguration(List<String> options) {

    /** Options by which a service itself restricts commands and users. */
    private static final Set<String> RIGHTS = Set.of("rename-command", "user", "aclfile");

    /** Commands with which a client could write files or run programs, each with the option that enables it. */
    private static final Map<String, String> PRIVILEGED = new TreeMap<>(Map.of(
            "CONFIG", "enable-protected-configs",
            "DEBUG", "enable-debug-command",
            "MODULE", "enable-module-command"));

    private static final int LAST_OF_ASCII = 0x7e;

    RedisConfiguration {
        options = List.copyOf(options);
    }

    /** Returns the file with one option per line. It disables the privileged commands that no option enables. */
    String text() {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : options) {
            if (word.startsWith("--") && word.length() > 2) {
                lines.add(line.toString());
                line = new StringBuilder(word.substring(2));
            } else {
                line.append(line.isEmpty() ? "include " : " ").append(quoted(word));
            }
        }
        lines.add(line.toString());
        lines.addAll(
                withoutPrivileged(lines.stream().map(RedisConfiguration::name).collect(Collectors.toSet())));
        return String.join("\n", lines).strip() + "\n";
    }

    private static List<String> withoutPrivileged(Set<String> asked) {
        return PRIVILEGED.entrySet().stream()
                .filter(command -> !asked.contains(command.getValue()))
                .filter(command -> RIGHTS.stream().noneMatch(asked::contains))
                .map(command -> "rename-command " + command.getKey() + " \"\"")
                .toList();
    }

    private static String name(String line) {
        return line.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** Quotes a word as Redis does in its files: bytes that are not printable ASCII become hexadecimal. */
    private static String quoted(String word) {
        var quoted = new StringBuilder("\"");
        for (byte one : word.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one >= ' ' && one <= LAST_OF_ASCII && one != '"' && one != '\\';
            quoted.append(plain ? String.valueOf((char) one) : String.format(Locale.ROOT, "\\x%02x", one & 0xff));
        }
        return quoted.append('"').toString();
    }
}
