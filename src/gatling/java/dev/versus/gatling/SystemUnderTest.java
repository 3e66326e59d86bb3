package dev.versus.gatling;

import dev.versus.environment.EnvironmentChoice;
import java.util.Optional;

/**
 * A system, as a comparison names it.
 *
 * @param name the folder under {@code services/}
 * @param variant the Compose override, if one is chosen
 */
public record SystemUnderTest(String name, Optional<String> variant) {

    /** The system in one of its variants. */
    public SystemUnderTest variant(String chosen) {
        return new SystemUnderTest(name, Optional.of(chosen));
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
