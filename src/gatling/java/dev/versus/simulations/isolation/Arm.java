package dev.versus.simulations.isolation;

import dev.versus.environment.EnvironmentChoice;
import dev.versus.run.EntryPoint;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** An arm of the comparison: an environment in which the system is started, and a way to reach it. */
public enum Arm {
    /** Plain processes of the host. */
    PROCESSES("process"),
    /** A network namespace for each service, with the files of the images that the containers run. */
    NAMESPACES("namespace:rootfs=image"),
    /** A network namespace for each service, with the host's own files; needs no Docker. */
    NAMESPACES_HOST("namespace"),
    /** Containers, reached by their own address. */
    DOCKER_ADDRESS("docker"),
    /** Containers, reached by the port that the host publishes for them. */
    DOCKER_PUBLISHED("docker"),
    /** Containers in the host's network. */
    DOCKER_HOST("docker:network=host");

    private final String environment;

    Arm(String environment) {
        this.environment = environment;
    }

    /**
     * Reads a list of arms such as {@code namespaces,docker-address}.
     *
     * @throws IllegalArgumentException if one is unknown; the message lists all arms
     */
    public static Set<Arm> parse(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Arm::named)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Arm.class)));
    }

    private static Arm named(String word) {
        return Arrays.stream(values())
                .filter(arm -> arm.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected some of "
                        + Arrays.stream(values()).map(Arm::toString).collect(Collectors.joining(", "))
                        + ", with commas between"));
    }

    EnvironmentChoice environment() {
        return EnvironmentChoice.parse(environment);
    }

    /** Returns the target, reached in the way of this arm. */
    EntryPoint reached(EntryPoint target) {
        return switch (this) {
            case DOCKER_ADDRESS -> target.byServiceAddress();
            case DOCKER_PUBLISHED -> target.byPublishedPort();
            default -> target;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
