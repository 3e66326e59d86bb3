package dev.versus.gatling;

import dev.versus.environment.EnvironmentChoice;
import java.util.List;
import java.util.Optional;

/**
 * A system, as a comparison names it.
 *
 * @param name the folder under {@code services/}
 * @param variant the Compose override, if one is chosen
 * @param only the services that are wanted; all of them if none is named
 */
public record SystemUnderTest(String name, Optional<String> variant, List<String> only) {

    public SystemUnderTest {
        only = List.copyOf(only);
    }

    /** A whole system. */
    public SystemUnderTest(String name, Optional<String> variant) {
        this(name, variant, List.of());
    }

    /** The system in one of its variants. */
    public SystemUnderTest variant(String chosen) {
        return new SystemUnderTest(name, Optional.of(chosen), only);
    }

    /** No more of the system than these services and what they depend on. */
    public SystemUnderTest only(String... services) {
        return new SystemUnderTest(name, variant, List.of(services));
    }

    /** A deployment of the system in an environment; each call stands for a deployment of its own. */
    public Placement in(EnvironmentChoice environment) {
        return new Placement(this, environment);
    }

    @Override
    public String toString() {
        return variant.map(v -> name + "/" + v).orElse(name);
    }
}
