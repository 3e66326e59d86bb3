package dev.versus.environment;

import java.util.regex.Pattern;

/**
 * Something of this machine that a run makes and that does not end with a process: a network namespace, a container, a folder
 * elsewhere. It is written down before it is made, so that whoever comes after a kill knows it by its exact name.
 *
 * @param kind which {@link Remover} removes it: lower-case letters and hyphens
 * @param name its name, or whatever else its remover knows it by; one line
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
