package dev.versus.simulations.isolation;

import dev.versus.environment.EnvironmentChoice;
import dev.versus.gatling.EntryPoint;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A way to start the same system, and to reach it. */
public enum Arm {
    /** Plain processes of the host. */
    PROCESSES("process", UnaryOperator.identity()),
    /** A network namespace for each service, with the files of the images that the containers run. */
    NAMESPACES("namespace:rootfs=image", UnaryOperator.identity()),
    /** The same with the host's own files: it needs no Docker. */
    NAMESPACES_HOST("namespace", UnaryOperator.identity()),
    /** Containers, reached by their own address. */
    DOCKER_ADDRESS("docker", EntryPoint::byServiceAddress),
    /** The same containers, reached by the port that the host publishes for them. */
    DOCKER_PUBLISHED("docker", EntryPoint::byPublishedPort),
    /** Containers in the host's network. */
    DOCKER_HOST("docker:network=host", UnaryOperator.identity());

    private final String environment;
    private final UnaryOperator<EntryPoint> reached;

    Arm(String environment, UnaryOperator<EntryPoint> reached) {
        this.environment = environment;
        this.reached = reached;
    }

    /** Those that run the same files, and plain processes. */
    public static Set<Arm> usual() {
        return EnumSet.complementOf(EnumSet.of(NAMESPACES_HOST));
    }

    /**
     * Reads {@code namespaces,docker-address}.
     *
     * @throws IllegalArgumentException with those that there are
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

    EntryPoint reached(EntryPoint target) {
        return reached.apply(target);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
