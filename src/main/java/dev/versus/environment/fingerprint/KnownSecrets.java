package dev.versus.environment.fingerprint;

import dev.versus.Secrets;
import dev.versus.system.SystemDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Secrets that a system's Compose files give to its services by variables, wherever else they stand: a program may be given one once
 * more under a name that tells nothing. Shorter ones are not looked for, for they may be words of every day.
 *
 * @param values the longest first, for one may be a part of another
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

    /** A text of any kind as it may be told: without these and without all that {@link Secrets} knows by itself. */
    String masked(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, Secrets.MASK);
        }
        return Secrets.masked(masked);
    }
}
