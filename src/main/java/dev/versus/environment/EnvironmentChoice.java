package dev.versus.environment;

import dev.versus.PublicApi;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Choice of an environment by its name, with its options.
 *
 * @param name such as {@code docker}
 * @param options such as {@code network=host}
 */
@PublicApi
public record EnvironmentChoice(String name, Map<String, String> options) {

    private static final String REACH = "reach";

    public EnvironmentChoice {
        options = Map.copyOf(options);
    }

    /** Chooses an environment without options. */
    public EnvironmentChoice(String name) {
        this(name, Map.of());
    }

    /**
     * Reads {@code docker}, or {@code docker:network=host,reach=address}.
     *
     * @throws IllegalArgumentException with the expected form
     */
    public static EnvironmentChoice parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new EnvironmentChoice(text);
        }
        Map<String, String> options = new TreeMap<>();
        for (String option : text.substring(colon + 1).split(",", -1)) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("expected <environment>:<option>=<value>,…");
            }
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return new EnvironmentChoice(text.substring(0, colon), options);
    }

    /** Returns this choice with one more option. */
    public EnvironmentChoice with(String option, String value) {
        Map<String, String> more = new TreeMap<>(options);
        more.put(option, value);
        return new EnvironmentChoice(name, more);
    }

    /** Returns this choice with the published ports of this host as the way to reach targets that name no way themselves. */
    public EnvironmentChoice publishedPort() {
        return with(REACH, "published");
    }

    /** Returns this choice with the addresses of the containers as the way to reach targets that name no way themselves. */
    public EnvironmentChoice containerAddress() {
        return with(REACH, "address");
    }

    /** Returns this choice with all services on the network of this host. */
    public EnvironmentChoice hostNetwork() {
        return with("network", "host");
    }

    /**
     * Returns the chosen environment with its options.
     *
     * @throws dev.versus.InvalidInput if there is no environment of that name, or it has no such option
     */
    public Environment environment() {
        return Environments.named(name).with(options);
    }

    @Override
    public String toString() {
        return options.isEmpty()
                ? name
                : new TreeMap<>(options)
                        .entrySet().stream()
                                .map(option -> option.getKey() + "=" + option.getValue())
                                .collect(Collectors.joining(",", name + ":", ""));
    }
}
