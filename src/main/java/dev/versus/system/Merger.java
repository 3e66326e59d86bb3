package dev.versus.system;

import dev.versus.system.Value.Mapping;
import dev.versus.system.Value.Merging;
import dev.versus.system.Value.Scalar;
import dev.versus.system.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Merges an override into a Compose file by the rules of the Compose specification (section "Merge"): mappings merge by key,
 * single values are replaced, lists are appended without repeats, commands and tests are replaced, {@code !reset} takes a value
 * out and {@code !override} puts the new one in its place.
 */
final class Merger {

    private static final Set<String> REPLACED = Set.of("command", "entrypoint", "test");

    private Merger() {}

    static Mapping merge(Mapping base, Mapping override) {
        var merged = new LinkedHashMap<>(base.entries());
        override.entries().forEach((key, value) -> merged.merge(key, value, (old, now) -> merge(key, old, now)));
        var keys = new LinkedHashMap<>(base.keys());
        keys.putAll(override.keys());
        return new Mapping(merged, keys, base.place(), base.merging());
    }

    private static Value merge(String key, Value old, Value now) {
        if (now.merging() != Merging.PLAIN) {
            return now;
        }
        if (old instanceof Mapping before && now instanceof Mapping after) {
            return key.equals("logging") && driverChanges(before, after) ? after : merge(before, after);
        }
        if (old instanceof Sequence before && now instanceof Sequence after && !REPLACED.contains(key)) {
            return append(before, after, identity(key));
        }
        return now;
    }

    /** Tells whether the log driver changes; the options of the old driver do not apply to the new one. */
    private static boolean driverChanges(Mapping before, Mapping after) {
        Value driver = after.get("driver");
        Value old = before.get("driver");
        return driver != null && old != null && !text(driver).equals(text(old));
    }

    private static Function<Value, Object> identity(String key) {
        return switch (key) {
            case "ports" -> value -> fields(value, List.of("target", "published", "host_ip", "protocol"));
            case "volumes" -> value -> fields(value, List.of("target"));
            default -> Merger::content;
        };
    }

    private static Sequence append(Sequence before, Sequence after, Function<Value, Object> identity) {
        var items = new LinkedHashMap<Object, Value>();
        before.items().forEach(item -> items.put(identity.apply(item), item));
        after.items().forEach(item -> items.put(identity.apply(item), item));
        return new Sequence(new ArrayList<>(items.values()), before.place(), before.merging());
    }

    private static List<String> fields(Value value, List<String> keys) {
        return keys.stream()
                .map(key -> value instanceof Mapping mapping ? text(mapping.get(key)) : text(value))
                .toList();
    }

    private static Object content(Value value) {
        if (value instanceof Mapping mapping) {
            var content = new LinkedHashMap<String, Object>();
            mapping.entries().forEach((key, inner) -> content.put(key, content(inner)));
            return content;
        }
        return value instanceof Sequence sequence
                ? sequence.items().stream().map(Merger::content).toList()
                : text(value);
    }

    private static String text(@Nullable Value value) {
        return value instanceof Scalar scalar && scalar.text() != null ? scalar.text() : "";
    }

    /** Removes the values tagged {@code !reset}, after all files are merged. */
    static Mapping settle(Mapping merged) {
        Map<String, Value> kept = new LinkedHashMap<>();
        merged.entries().forEach((key, value) -> {
            if (value.merging() != Merging.RESET) {
                kept.put(key, value instanceof Mapping inner ? settle(inner) : value);
            }
        });
        return merged.with(kept);
    }
}
