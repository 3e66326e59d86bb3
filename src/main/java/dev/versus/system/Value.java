package dev.versus.system;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of YAML that remembers where it stood, and how it wants to be merged. */
sealed interface Value {

    Place place();

    Merging merging();

    /** What a value asks of the merge: Compose's tags {@code !reset} and {@code !override}. */
    enum Merging {
        PLAIN,
        RESET,
        OVERRIDE
    }

    /** A scalar; its text is null where the file says nothing or {@code null}. */
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

    /** A mapping in the order of the file; {@code keys} says where each key stands. */
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

        /** The same mapping with some values exchanged. */
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
