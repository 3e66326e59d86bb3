package dev.versus.system;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML value with its place in the file and its merge tag. */
sealed interface Value {

    Place place();

    Merging merging();

    /** The merge tag of a value: Compose's {@code !reset} or {@code !override}, or none. */
    enum Merging {
        PLAIN,
        RESET,
        OVERRIDE
    }

    /** A scalar; its text is null if the file has an empty value or {@code null}. */
    record Scalar(@Nullable String text, Place place, Merging merging) implements Value {

        static Scalar of(@Nullable String text, Place place) {
            return new Scalar(text, place, Merging.PLAIN);
        }
    }

    record Sequence(List<Value> items, Place place, Merging merging) implements Value {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A mapping in the order of the file; {@code keys} holds the place of each key. */
    record Mapping(Map<String, Value> entries, Map<String, Place> keys, Place place, Merging merging) implements Value {

        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
            keys = Map.copyOf(keys);
        }

        @Nullable
        Value get(String key) {
            return entries.get(key);
        }

        Place placeOf(String key) {
            return keys.getOrDefault(key, place);
        }

        static Mapping of(Map<String, Value> entries, Value origin) {
            return new Mapping(entries, placesOf(entries), origin.place(), origin.merging());
        }

        private static Map<String, Place> placesOf(Map<String, Value> entries) {
            var places = new LinkedHashMap<String, Place>();
            entries.forEach((key, value) -> places.put(key, value.place()));
            return places;
        }

        /** Returns a copy of the mapping with other entries. */
        Mapping with(Map<String, Value> exchanged) {
            return new Mapping(exchanged, keys, place, merging);
        }
    }

    default String kind() {
        if (this instanceof Mapping) {
            return "a mapping";
        }
        if (this instanceof Sequence) {
            return "a list";
        }
        return this instanceof Scalar scalar && scalar.text() == null ? "nothing" : "a single value";
    }
}
