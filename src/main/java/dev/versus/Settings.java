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
 * What the user set by {@code -Dversus.<name>=<value>}. Each reading names its default, and what nobody read is a mistake that
 * {@link #refuseUnread} tells.
 */
public final class Settings {

    /** What every setting's property starts with. */
    public static final String PREFIX = "versus.";

    private final Map<String, String> given;
    private final Set<String> known = new TreeSet<>();

    /** The settings among these properties. */
    public Settings(Properties properties) {
        this.given = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .collect(Collectors.toMap(
                        name -> name.substring(PREFIX.length()), properties::getProperty, (a, b) -> b, TreeMap::new));
    }

    /** The settings of this JVM. */
    public static Settings ofThisRun() {
        return new Settings(System.getProperties());
    }

    /** A setting, if given. */
    public Optional<String> text(String name) {
        known.add(name);
        return Optional.ofNullable(given.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A setting, or its default. */
    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /**
     * A setting as what it means, or its default.
     *
     * @param meaning reads the text; throws {@link IllegalArgumentException} with a sentence for what it cannot read
     * @throws InvalidInput if the text means nothing
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

    /** A whole number within bounds, or its default. */
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

    /** A number within bounds, or its default. */
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

    /** Whether a switch is on: {@code -Dversus.<name>} or {@code =true}. */
    public boolean isOn(String name) {
        known.add(name);
        String value = given.getOrDefault(name, "false").strip();
        return switch (value) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new InvalidInput("-D%s%s=%s: expected true or false.".formatted(PREFIX, name, value));
        };
    }

    /** All that was given, by name without prefix: what a run must be given again to be repeated. */
    public Map<String, String> given() {
        return new TreeMap<>(given);
    }

    /**
     * Refuses what was given and never read: a mistyped name would otherwise be silently without effect.
     *
     * @throws InvalidInput naming the unread setting and those that this run knows
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
