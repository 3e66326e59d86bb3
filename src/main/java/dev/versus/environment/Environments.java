package dev.versus.environment;

import dev.versus.InvalidInput;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** Environments that are on the class path. */
public final class Environments {

    private Environments() {}

    /** Returns every environment, by name. */
    public static SortedMap<String, Environment> all() {
        var known = new TreeMap<String, Environment>();
        ServiceLoader.load(Environment.class, Environments.class.getClassLoader())
                .forEach(environment -> known.put(environment.name(), environment));
        return known;
    }

    /**
     * Returns the environment of that name.
     *
     * @throws InvalidInput if there is none, with the names that exist
     */
    public static Environment named(String name) {
        SortedMap<String, Environment> known = all();
        Environment environment = known.get(name);
        if (environment == null) {
            throw new InvalidInput("There is no environment '" + name + "': expected one of "
                    + String.join(", ", known.keySet()) + ".");
        }
        return environment;
    }
}
