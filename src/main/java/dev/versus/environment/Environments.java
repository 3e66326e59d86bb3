package dev.versus.environment;

import dev.versus.InvalidInput;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The environments that are on the class path, by name. */
public final class Environments {

    private Environments() {}

    /** Every environment, by name. */
    public static SortedMap<String, Environment> all() {
        var known = new TreeMap<String, Environment>();
        ServiceLoader.load(Environment.class, Environments.class.getClassLoader())
                .forEach(environment -> known.put(environment.name(), environment));
        return known;
    }

    /** The environment of that name, or a sentence that lists those that are. */
    public static Environment named(String name) {
        SortedMap<String, Environment> known = all();
        Environment environment = known.get(name);
        if (environment == null) {
            throw new InvalidInput(
                    "There is no environment '" + name + "'; there is " + String.join(", ", known.keySet()) + ".");
        }
        return environment;
    }
}
