package dev.versus.run;

import dev.versus.PublicApi;
import dev.versus.Secrets;
import dev.versus.environment.EnvironmentChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A system with the choices that a comparison makes about it.
 *
 * @param name the name of a folder under {@code services/}, or the path of a Compose file or its folder
 * @param variant the name of the Compose override file, if one is chosen: {@code flask} for {@code compose.flask.yaml}
 * @param only the services that are started, with their dependencies; all if empty
 * @param variables the values of variables in its Compose files that the user has not set
 */
@PublicApi
public record SystemUnderTest(String name, Optional<String> variant, List<String> only, Map<String, String> variables) {

    public SystemUnderTest {
        only = List.copyOf(only);
        variables = Map.copyOf(variables);
    }

    /** Makes a whole system, as its files describe it. */
    public SystemUnderTest(String name, Optional<String> variant) {
        this(name, variant, List.of(), Map.of());
    }

    /** Returns the system in one of its variants. */
    public SystemUnderTest variant(String chosen) {
        return new SystemUnderTest(name, Optional.of(chosen), only, variables);
    }

    /** Returns the system reduced to these services and the services that they depend on. */
    public SystemUnderTest only(String... services) {
        return new SystemUnderTest(name, variant, List.of(services), variables);
    }

    /** Returns the system with a value for a variable of its Compose files; a value that the user has set wins. */
    public SystemUnderTest with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(variables);
        more.put(variable, value);
        return new SystemUnderTest(name, variant, only, more);
    }

    /** Returns a placement of the system in an environment; each call plans a deployment of its own. */
    public Placement in(EnvironmentChoice environment) {
        return new Placement(this, environment);
    }

    /** Returns the variant and the given variables in words, secrets masked; empty if there are none. */
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
