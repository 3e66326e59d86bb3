package dev.versus;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The settings of a run, given as {@code -Dversus.<name>=<value>}. After all settings were read, {@link #refuseUnread} reports mistyped
 * names.
 */
@PublicApi
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

    /**
     * Returns the value of a setting, or its usual value if none is given.
     *
     * @throws InvalidInput if the setting's type does not take the given value
     */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseGet(setting::usualValue);
    }

    /** Returns the value of a setting, or the given default of this run. */
    public <T> T get(Setting<T> setting, T otherwise) {
        return find(setting).orElse(otherwise);
    }

    /** Returns the value of a setting, if one is given. */
    public <T> Optional<T> find(Setting<T> setting) {
        known.add(setting.name());
        String bare = setting.type().bare();
        return Optional.ofNullable(given.get(setting.name()))
                .map(text -> text.isBlank() ? bare : text.strip())
                .filter(text -> !text.isEmpty())
                .map(text -> read(setting, text));
    }

    /**
     * Returns the values of all settings whose names begin alike, such as {@code header.<Name>}, by what stands in the place of the
     * placeholder.
     */
    public <T> Map<String, T> findAll(Setting<T> family) {
        String beginning = family.name().substring(0, family.name().indexOf('<'));
        Map<String, T> found = new TreeMap<>();
        known.add(family.name());
        given.keySet().stream().filter(name -> name.startsWith(beginning)).forEach(name -> {
            known.add(name);
            found.put(name.substring(beginning.length()), read(family.named(name), given.getOrDefault(name, "")));
        });
        return found;
    }

    private static <T> T read(Setting<T> setting, String text) {
        try {
            return setting.type().reader().apply(text);
        } catch (IllegalArgumentException e) {
            String told = Secrets.masked(setting.name(), text);
            String why = Secrets.masked(String.valueOf(e.getMessage()).replace(text, told));
            throw new InvalidInput("-D%s=%s: %s.".formatted(setting.property(), told, why), e);
        }
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
