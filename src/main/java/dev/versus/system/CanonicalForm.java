package dev.versus.system;

import dev.versus.system.Value.Mapping;
import dev.versus.system.Value.Scalar;
import dev.versus.system.Value.Sequence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Rewrites a Compose file into a canonical form: every short syntax becomes the long one, lists of {@code KEY=VALUE} become mappings,
 * and unsupported keys are refused. {@link Merger} can then merge files without knowing the short syntaxes.
 */
final class CanonicalForm {

    private final ShortForms shortForms;

    CanonicalForm(Interpolation interpolation) {
        this.shortForms = new ShortForms(interpolation);
    }

    Mapping of(Mapping file) {
        Mapping known = Keys.FILE.check(file);
        return change(
                known,
                Map.of(
                        "services", value -> each(value, this::service),
                        "networks", value -> each(value, this::network),
                        "volumes", value -> each(value, this::volume)));
    }

    private Mapping service(Value value) {
        var changes = new LinkedHashMap<String, UnaryOperator<Value>>();
        changes.put("build", this::build);
        changes.put("command", shortForms::words);
        changes.put("entrypoint", shortForms::words);
        changes.put("environment", shortForms::variables);
        changes.put("labels", shortForms::variables);
        changes.put("depends_on", dependsOn -> each(shortForms.dependencies(dependsOn), this::dependency));
        changes.put("healthcheck", this::healthcheck);
        changes.put("networks", networks -> each(shortForms.names(networks), this::attachment));
        changes.put("ports", ports -> items(ports, port -> Keys.PORT.check(shortForms.port(port))));
        changes.put("volumes", volumes -> items(volumes, volume -> Keys.MOUNT.check(shortForms.mount(volume))));
        changes.put("tmpfs", shortForms::list);
        changes.put("deploy", this::deploy);
        changes.put("logging", logging -> Keys.LOGGING.check(mapping(logging)));
        return change(Keys.SERVICE.check(mapping(value)), changes);
    }

    private Value build(Value value) {
        Mapping build = value instanceof Scalar context ? wrap("context", context) : mapping(value);
        return change(Keys.BUILD.check(build), Map.of("args", shortForms::variables));
    }

    private Value dependency(Value value) {
        return Keys.DEPENDENCY.check(mapping(value));
    }

    private Value attachment(Value value) {
        return Keys.ATTACHMENT.check(mapping(value));
    }

    private Value healthcheck(Value value) {
        return change(Keys.HEALTHCHECK.check(mapping(value)), Map.of("test", shortForms::test));
    }

    private Value deploy(Value value) {
        UnaryOperator<Value> limits = inner -> Keys.LIMITS.check(mapping(inner));
        return change(
                Keys.DEPLOY.check(mapping(value)),
                Map.of("resources", inner -> change(Keys.RESOURCES.check(mapping(inner)), Map.of("limits", limits))));
    }

    private Value network(Value value) {
        UnaryOperator<Value> config = inner -> items(inner, subnet -> Keys.SUBNET.check(mapping(subnet)));
        return change(
                Keys.NETWORK.check(mapping(value)),
                Map.of("ipam", inner -> change(Keys.IPAM.check(mapping(inner)), Map.of("config", config))));
    }

    private Value volume(Value value) {
        return change(
                Keys.VOLUME.check(mapping(value)),
                Map.of("driver_opts", inner -> Keys.DRIVER_OPTS.check(mapping(inner))));
    }

    static Mapping wrap(String key, Value value) {
        return Mapping.of(Map.of(key, value), value);
    }

    /** Returns the value as a mapping; a missing value counts as an empty mapping. */
    static Mapping mapping(Value value) {
        if (value instanceof Mapping mapping) {
            return mapping;
        }
        if (value instanceof Scalar scalar && scalar.text() == null) {
            return new Mapping(Map.of(), Map.of(), value.place(), value.merging());
        }
        throw value.place().refuse("a mapping is expected here, and " + value.kind() + " was found.");
    }

    private static Mapping change(Mapping mapping, Map<String, UnaryOperator<Value>> changes) {
        var changed = new LinkedHashMap<>(mapping.entries());
        changed.replaceAll((key, value) -> {
            UnaryOperator<Value> change = changes.get(key);
            return change == null || isReset(value) ? value : change.apply(value);
        });
        return mapping.with(changed);
    }

    private static Mapping each(Value value, UnaryOperator<Value> change) {
        Mapping mapping = mapping(value);
        var changed = new LinkedHashMap<>(mapping.entries());
        changed.replaceAll((key, inner) -> isReset(inner) ? inner : change.apply(inner));
        return mapping.with(changed);
    }

    private static Value items(Value value, UnaryOperator<Value> change) {
        if (value instanceof Sequence sequence) {
            return new Sequence(sequence.items().stream().map(change).toList(), value.place(), value.merging());
        }
        throw value.place().refuse("a list is expected here, and " + value.kind() + " was found.");
    }

    private static boolean isReset(Value value) {
        return value.merging() == Value.Merging.RESET;
    }
}
