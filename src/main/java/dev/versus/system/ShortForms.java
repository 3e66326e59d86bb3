package dev.versus.system;

import dev.versus.system.Value.Mapping;
import dev.versus.system.Value.Scalar;
import dev.versus.system.Value.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts the short syntaxes of Compose into the long ones. */
final class ShortForms {

    private static final Pattern PORT = Pattern.compile(
            "(?:(?<host>\\[[0-9a-fA-F:]+]|\\d+(?:\\.\\d+){3}):)?(?:(?<published>\\d*):)?(?<target>\\d+)(?:/(?<protocol>tcp|udp))?");
    private static final Pattern MOUNT =
            Pattern.compile("(?:(?<source>[^:]+):)?(?<target>/[^:]*)(?::(?<mode>ro|rw|z|Z))?");

    private final Interpolation interpolation;

    ShortForms(Interpolation interpolation) {
        this.interpolation = interpolation;
    }

    /** Converts a command: a single text is split into words as a shell does. */
    Value words(Value value) {
        if (!(value instanceof Scalar scalar) || scalar.text() == null) {
            return value;
        }
        List<String> words = ShellWords.split(scalar.text());
        if (words == null) {
            throw value.place().refuse("the command opens a quote and never closes it.");
        }
        return sequence(words, value);
    }

    /** Converts the test of a health check: a single text becomes a shell command. */
    Value test(Value value) {
        return value instanceof Scalar scalar && scalar.text() != null
                ? sequence(List.of("CMD-SHELL", scalar.text()), value)
                : value;
    }

    /** Converts a list: a single value becomes a list of one. */
    Value list(Value value) {
        return value instanceof Scalar scalar && scalar.text() != null
                ? sequence(List.of(scalar.text()), value)
                : value;
    }

    /** Converts variables: a list of {@code KEY=VALUE} becomes a mapping. A key without a value takes the process' own or is removed. */
    Value variables(Value value) {
        var entries = new LinkedHashMap<String, Value>();
        if (value instanceof Sequence sequence) {
            for (Value item : sequence.items()) {
                String text = text(item);
                int equals = text.indexOf('=');
                String key = equals < 0 ? text : text.substring(0, equals);
                put(entries, key, Scalar.of(equals < 0 ? null : text.substring(equals + 1), item.place()));
            }
        } else {
            CanonicalForm.mapping(value).entries().forEach((key, inner) -> put(entries, key, inner));
        }
        return Mapping.of(entries, value);
    }

    private void put(Map<String, Value> entries, String key, Value value) {
        boolean bare =
                value instanceof Scalar scalar && scalar.text() == null && value.merging() == Value.Merging.PLAIN;
        String own = interpolation.variables().get(key);
        if (!bare) {
            entries.put(key, value);
        } else if (own != null) {
            entries.put(key, Scalar.of(own, value.place()));
        }
    }

    /** Converts dependencies: a list of names becomes a mapping with the condition {@code service_started}. */
    Value dependencies(Value value) {
        if (!(value instanceof Sequence)) {
            return value;
        }
        Mapping named = (Mapping) names(value);
        var entries = new LinkedHashMap<>(named.entries());
        entries.replaceAll(
                (name, empty) -> CanonicalForm.wrap("condition", Scalar.of("service_started", empty.place())));
        return named.with(entries);
    }

    /** Converts a list of names into a mapping of empty mappings. */
    Value names(Value value) {
        if (!(value instanceof Sequence sequence)) {
            return value;
        }
        var entries = new LinkedHashMap<String, Value>();
        sequence.items()
                .forEach(
                        item -> entries.put(text(item), new Mapping(Map.of(), Map.of(), item.place(), item.merging())));
        return Mapping.of(entries, value);
    }

    Mapping port(Value value) {
        if (value instanceof Mapping mapping) {
            return mapping;
        }
        Matcher port = PORT.matcher(text(value));
        if (!port.matches() || (port.group("host") != null && port.group("published") == null)) {
            throw value.place()
                    .refuse("'" + text(value) + "' is no port; write '8080', '8001:8001' or '127.0.0.1:8001:8001'.");
        }
        return fields(value, port, List.of("target", "published", "host", "protocol"));
    }

    Mapping mount(Value value) {
        if (value instanceof Mapping mapping) {
            return mapping;
        }
        Matcher mount = MOUNT.matcher(text(value));
        if (!mount.matches()) {
            throw value.place()
                    .refuse("'" + text(value) + "' is no volume; write 'source:/target' or 'source:/target:ro'.");
        }
        var entries = new LinkedHashMap<>(
                fields(value, mount, List.of("source", "target")).entries());
        entries.put("type", Scalar.of(isPath(mount.group("source")) ? "bind" : "volume", value.place()));
        entries.put("read_only", Scalar.of(String.valueOf("ro".equals(mount.group("mode"))), value.place()));
        return Mapping.of(entries, value);
    }

    private static boolean isPath(@Nullable String source) {
        return source != null && (source.startsWith(".") || source.startsWith("/") || source.startsWith("~"));
    }

    private static Mapping fields(Value value, Matcher matched, List<String> groups) {
        var entries = new LinkedHashMap<String, Value>();
        for (String group : groups) {
            String text = matched.group(group);
            if (text != null && !text.isEmpty()) {
                entries.put(group.equals("host") ? "host_ip" : group, Scalar.of(text, value.place()));
            }
        }
        return Mapping.of(entries, value);
    }

    private static Sequence sequence(List<String> texts, Value origin) {
        List<Value> items = texts.stream()
                .<Value>map(text -> Scalar.of(text, origin.place()))
                .toList();
        return new Sequence(items, origin.place(), origin.merging());
    }

    private static String text(Value value) {
        if (value instanceof Scalar scalar && scalar.text() != null) {
            return scalar.text();
        }
        throw value.place().refuse("a single value is expected here, and " + value.kind() + " was found.");
    }
}
