package dev.versus.run;

import dev.versus.Secrets;
import dev.versus.environment.EnvironmentChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A system, as a comparison names it.
 *
 * @param name the folder under {@code services/}, or the path of a Compose file or its folder
 * @param variant the Compose override, if one is chosen
 * @param only the services that are wanted; all of them if none is named
 * @param variables what its Compose files are given for variables that the user has not set
 */
public record SystemUnderTest(String name, Optional<String> variant, List<String> only, Map<String, String> variables) {

    public SystemUnderTest {
        only = List.copyOf(only);
        variables = Map.copyOf(variables);
    }

    /** A whole system as its files describe it. */
    public SystemUnderTest(String name, Optional<String> variant) {
        this(name, variant, List.of(), Map.of());
    }

    /** The system in one of its variants. */
    public SystemUnderTest variant(String chosen) {
        return new SystemUnderTest(name, Optional.of(chosen), only, variables);
    }

    /** No more of the system than these services and what they depend on. */
    public SystemUnderTest only(String... services) {
        return new SystemUnderTest(name, variant, List.of(services), variables);
    }

    /** The system with a value for a variable that its Compose files name; what the user has set wins. */
    public SystemUnderTest with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(variables);
        more.put(variable, value);
        return new SystemUnderTest(name, variant, only, more);
    }

    /** A deployment of the system in an environment; each call stands for a deployment of its own. */
    public Placement in(EnvironmentChoice environment) {
        return new Placement(this, environment);
    }

    /** What was chosen of it: its variant, with the variables that it was given; secrets are masked. */
    Optional<String> chosen() {
        String given = Secrets.masked(variables).entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
        String words = (variant.orElse("") + " " + given).strip();
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    @Override
    public String toString() {
        return chosen().map(words -> name + "/" + words).orElse(name);
    }
}
