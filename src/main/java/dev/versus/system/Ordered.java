package dev.versus.system;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Creates immutable maps that keep the order of the file. */
final class Ordered {

    private Ordered() {}

    static <V> Map<String, V> copyOf(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
