package dev.versus.environment.fingerprint;

import dev.versus.Secrets;
import dev.versus.system.SystemDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Secrets that a system's Compose files give to services in variables. Their values are masked everywhere, because a program may also get
 * one under a harmless name. Values shorter than 8 characters are not searched for, because they may be ordinary words.
 *
 * @param values the longest first, because one may be a part of another
 */
record KnownSecrets(List<String> values) {

    private static final int SHORTEST = 8;

    static KnownSecrets of(SystemDefinition system) {
        return new KnownSecrets(system.services().stream()
                .flatMap(service -> service.program().environment().entrySet().stream())
                .filter(variable -> Secrets.isNamedBy(variable.getKey()))
                .map(Map.Entry::getValue)
                .filter(value -> value.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList());
    }

    /** Masks in a text these values and everything that {@link Secrets} recognises by itself. */
    String masked(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, Secrets.MASK);
        }
        return Secrets.masked(masked);
    }
}
