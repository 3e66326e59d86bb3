package dev.versus.system;

import dev.versus.Durations;
import dev.versus.InvalidInput;
import dev.versus.system.Value.Mapping;
import dev.versus.system.Value.Scalar;
import dev.versus.system.Value.Sequence;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads typed values from a mapping. A value of the wrong type is refused with its place, its key and the expected type. */
record Fields(Mapping mapping) {

    static final Fields NONE =
            new Fields(new Mapping(Map.of(), Map.of(), new Place(Path.of(""), 0, 0), Value.Merging.PLAIN));

    /** Returns the mapping under a key; an empty one if the key is missing. */
    Fields in(String key) {
        Value value = mapping.get(key);
        return value == null ? NONE : new Fields(mappingOf(key, value));
    }

    boolean has(String key) {
        return mapping.get(key) != null;
    }

    /** Returns the entries of the mapping under a key, each of which is a mapping. */
    Map<String, Fields> each(String key) {
        var entries = new LinkedHashMap<String, Fields>();
        in(key).mapping.entries().forEach((name, value) -> entries.put(name, new Fields(mappingOf(name, value))));
        return entries;
    }

    /** Returns the items of the list under a key, each of which is a mapping. */
    List<Fields> list(String key) {
        return items(key).stream().map(item -> new Fields(mappingOf(key, item))).toList();
    }

    @Nullable
    String text(String key) {
        Value value = mapping.get(key);
        return value == null ? null : scalar(key, value);
    }

    String required(String key) {
        String text = text(key);
        if (text == null) {
            throw mapping.place().refuse("'" + key + "' is missing.");
        }
        return text;
    }

    String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (Value item : items(key)) {
            String text = scalar(key, item);
            texts.add(text == null ? "" : text);
        }
        return texts;
    }

    Map<String, String> variables(String key) {
        var variables = new LinkedHashMap<String, String>();
        in(key).mapping.entries().forEach((name, value) -> {
            String text = scalar(name, value);
            variables.put(name, text == null ? "" : text);
        });
        return variables;
    }

    boolean flag(String key) {
        String text = text(key, "false");
        if (!text.equals("true") && !text.equals("false")) {
            throw refuse(key, "true or false", text);
        }
        return text.equals("true");
    }

    int whole(String key, int otherwise) {
        String text = text(key);
        return text == null ? otherwise : whole(key, text);
    }

    private int whole(String key, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notWhole) {
            // Refused below, together with negative numbers.
        }
        throw refuse(key, "a whole number that is not negative", text);
    }

    int port(String key, String text) {
        int port = whole(key, text);
        if (port < 1 || port > 65535) {
            throw refuse(key, "a port from 1 to 65535", text);
        }
        return port;
    }

    @Nullable
    BigDecimal decimal(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d+(\\.\\d+)?|\\.\\d+")) {
            throw refuse(key, "a number that is not negative", text);
        }
        return new BigDecimal(text);
    }

    Duration duration(String key, Duration otherwise) {
        String text = text(key);
        return text == null
                ? otherwise
                : Durations.read(text).orElseThrow(() -> refuse(key, "a duration such as 500ms, 10s or 1m30s", text));
    }

    @Nullable
    DataSize size(String key) {
        String text = text(key);
        DataSize size = text == null ? null : DataSize.parse(text);
        if (text != null && size == null) {
            throw refuse(key, "a size such as 512m or 1g", text);
        }
        return size;
    }

    InvalidInput refuse(String key, String expected, String found) {
        Value value = mapping.get(key);
        Place place = value == null ? mapping.place() : value.place();
        return place.refuse("'" + key + "' should be " + expected + ", and is '" + found + "'.");
    }

    private List<Value> items(String key) {
        Value value = mapping.get(key);
        if (value == null || (value instanceof Scalar scalar && scalar.text() == null)) {
            return List.of();
        }
        if (value instanceof Sequence sequence) {
            return sequence.items();
        }
        throw value.place().refuse("'" + key + "' should be a list, and is " + value.kind() + ".");
    }

    private static Mapping mappingOf(String key, Value value) {
        if (value instanceof Mapping mapping) {
            return mapping;
        }
        if (value instanceof Scalar scalar && scalar.text() == null) {
            return CanonicalForm.mapping(value);
        }
        throw value.place().refuse("'" + key + "' should be a mapping, and is " + value.kind() + ".");
    }

    private static @Nullable String scalar(String key, Value value) {
        if (value instanceof Scalar scalar) {
            return scalar.text();
        }
        throw value.place().refuse("'" + key + "' should be a single value, and is " + value.kind() + ".");
    }
}
