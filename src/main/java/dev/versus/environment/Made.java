package dev.versus.environment;

import java.util.regex.Pattern;

/**
 * Something that a run makes on this machine and that does not end with a process: a network namespace, a container, a folder outside the
 * run's own. It is recorded before it is made, so that a sweep after a kill knows its exact name.
 *
 * @param kind the kind, by which its {@link Remover} is found: lower-case letters, digits and hyphens
 * @param name its name, or other text by which its remover finds it; one line
 */
public record Made(String kind, String name) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]*");

    public Made {
        if (!isOne(kind, name)) {
            throw new IllegalArgumentException("not a thing that a run makes: " + kind + " " + name);
        }
    }

    static boolean isOne(String kind, String name) {
        return KIND.matcher(kind).matches() && !name.isBlank() && name.chars().noneMatch(Character::isISOControl);
    }
}
