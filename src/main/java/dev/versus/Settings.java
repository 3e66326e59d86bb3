package dev.versus;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The settings of a run, given as {@code -Dversus.<name>=<value>}. Every method that reads one takes the default. After all settings
 * were read, {@link #refuseUnread} reports mistyped names.
 */
public final class Settings {

    /** The prefix of every setting's system property. */
    public static final String PREFIX = "versus.";

    private final Map<String, String> given;
    private final Set<String> known = new TreeSet<>();

    /** Takes the settings from properties: those whose name starts with {@link #PREFIX}. */
    public Settings(Properties properties) {
        this.given = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .collect(Collectors.toMap(
                        name -> name.substring(PREFIX.length()), properties::getProperty, (a, b) -> b, TreeMap::new));
    }

    /** Reads the settings from the system properties of this JVM. */
    public static Settings ofThisRun() {
        return new Settings(System.getProperties());
    }

    /** Returns the value of a setting without surrounding white space; empty if it is not given or blank. */
    public Optional<String> text(String name) {
        known.add(name);
        return Optional.ofNullable(given.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Returns the value of a setting, or a default. */
    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /**
     * Returns the parsed value of a setting, or a default.
     *
     * @param meaning parses the text; throws {@link IllegalArgumentException} with a sentence without a final dot if it cannot
     * @throws InvalidInput if the text cannot be parsed
     */
    public <T> T as(String name, Function<String, T> meaning, T otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return meaning.apply(text.get());
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("-D%s%s=%s: %s.".formatted(PREFIX, name, text.get(), e.getMessage()), e);
        }
    }

    /**
     * Returns a setting as a whole number, or a default.
     *
     * @throws InvalidInput if the text is not a whole number from {@code least} to {@code most}
     */
    public int number(String name, int otherwise, int least, int most) {
        return as(name, text -> whole(text, least, most), otherwise);
    }

    private static int whole(String text, int least, int most) {
        String rule = "expected a whole number from %,d to %,d".formatted(least, most);
        try {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(rule);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(rule, e);
        }
    }

    /**
     * Returns a setting as a number, or a default.
     *
     * @throws InvalidInput if the text is not a number from {@code least} to {@code most}
     */
    public double real(String name, double otherwise, double least, double most) {
        return as(name, text -> real(text, least, most), otherwise);
    }

    private static double real(String text, double least, double most) {
        String rule = "expected a number from %s to %s".formatted(least, most);
        try {
            double number = Double.parseDouble(text);
            if (!(number >= least && number <= most)) {
                throw new IllegalArgumentException(rule);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(rule, e);
        }
    }

    /**
     * Tells whether a switch is on: {@code -Dversus.<name>} or {@code -Dversus.<name>=true}. A switch that is not given is off.
     *
     * @throws InvalidInput if the value is neither true nor false
     */
    public boolean isOn(String name) {
        known.add(name);
        String value = given.getOrDefault(name, "false").strip();
        return switch (value) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new InvalidInput("-D%s%s=%s: expected true or false.".formatted(PREFIX, name, value));
        };
    }

    /** Returns all given settings by name without the prefix; a run that is repeated needs the same. */
    public Map<String, String> given() {
        return new TreeMap<>(given);
    }

    /**
     * Refuses settings that were given and never read, because a mistyped name would otherwise have no effect.
     *
     * @throws InvalidInput if there is one; the message names it and the settings that this run reads
     */
    public void refuseUnread() {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new InvalidInput("-D%s%s is not a setting of this run; it knows %s."
                        .formatted(
                                PREFIX,
                                name,
                                known.stream().map(k -> PREFIX + k).collect(Collectors.joining(", "))));
            }
        }
    }
}
