package dev.versus.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.versus.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The fingerprints of the services behind each target: interpreter, packages, workers, limits, and other facts that an environment
 * reports. Secrets are masked.
 *
 * @param byTarget target → service → key → value
 */
public record Fingerprints(@JsonValue Map<String, Map<String, Map<String, String>>> byTarget) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Fingerprints {
        byTarget = each(byTarget, services -> each(services, values -> each(values, Secrets::masked)));
    }

    private static <T> Map<String, T> each(Map<String, T> all, UnaryOperator<T> change) {
        return all.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> change.apply(one.getValue())));
    }

    /** Returns fingerprints of no target. */
    public static Fingerprints none() {
        return new Fingerprints(Map.of());
    }

    /** Returns one row for each key with the values of all targets, sorted by service and key. */
    List<Row> sideBySide(List<String> targets) {
        Map<String, Set<String>> keys = new TreeMap<>();
        byTarget.values()
                .forEach(services -> services.forEach((service, values) ->
                        keys.computeIfAbsent(service, s -> new TreeSet<>()).addAll(values.keySet())));
        return keys.entrySet().stream()
                .flatMap(service -> service.getValue().stream().map(key -> row(service.getKey(), key, targets)))
                .toList();
    }

    private Row row(String service, String key, List<String> targets) {
        return new Row(
                service,
                key,
                targets.stream().map(target -> value(target, service, key)).toList());
    }

    private String value(String target, String service, String key) {
        Map<String, String> values = byTarget.getOrDefault(target, Map.of()).get(service);
        return values == null ? "" : values.getOrDefault(key, "–");
    }

    /**
     * A key of a service with its values.
     *
     * @param values one value for each target, in the given order; "–" if the target's service lacks the key, and an empty text if the
     *     target lacks the service
     */
    record Row(String service, String key, List<String> values) {

        boolean differs() {
            return values.stream()
                            .filter(value -> !value.isEmpty())
                            .collect(Collectors.toSet())
                            .size()
                    > 1;
        }
    }
}
