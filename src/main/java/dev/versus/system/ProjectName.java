package dev.versus.system;

import dev.versus.system.Value.Mapping;
import dev.versus.system.Value.Scalar;
import dev.versus.system.Value.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name that the variable {@value #VARIABLE} of Compose files stands for. Each deployment has another one, so a definition holds a
 * placeholder instead, and is equal for all deployments of a system.
 */
record ProjectName(String name) {

    static final String VARIABLE = "COMPOSE_PROJECT_NAME";

    private static final String PLACEHOLDER = "%" + VARIABLE + "%";

    /** The keys of a service in whose values a name replaces the placeholder. */
    private static final Pattern REPLACED = Pattern.compile(
            "services/[^/]+/(image|build/(context|dockerfile|args)|entrypoint|command"
                    + "|environment|working_dir|hostname|healthcheck/test|networks/[^/]+/aliases|volumes|tmpfs|labels|logging/options)(/.*)?");

    /** Returns an interpolation whose variable is the placeholder, whatever the environment has for it. */
    static Interpolation unknownIn(Interpolation interpolation) {
        var variables = new LinkedHashMap<>(interpolation.variables());
        variables.put(VARIABLE, PLACEHOLDER);
        return new Interpolation(variables);
    }

    /** Refuses the variable in a merged Compose file wherever the placeholder would stay. Extensions ({@code x-}) are not looked at. */
    static void requireReplaced(Mapping file) {
        requireReplaced("", file);
    }

    private static void requireReplaced(String path, Value value) {
        if (value instanceof Scalar scalar) {
            requireReplaced(path, scalar.text(), scalar.place());
        } else if (value instanceof Sequence sequence) {
            sequence.items().forEach(item -> requireReplaced(path, item));
        } else if (value instanceof Mapping mapping) {
            mapping.entries().forEach((key, inner) -> {
                requireReplaced(path, key, mapping.placeOf(key));
                if (!key.startsWith("x-")) {
                    requireReplaced(path.isEmpty() ? key : path + "/" + key, inner);
                }
            });
        }
    }

    private static void requireReplaced(String path, @Nullable String text, Place place) {
        if (text != null
                && text.contains(PLACEHOLDER)
                && !REPLACED.matcher(path).matches()) {
            throw place.refuse("'" + path.replace('/', '.') + "' uses the variable " + VARIABLE
                    + ", which has no value here because each deployment has another one; write a text without it.");
        }
    }

    String in(String text) {
        return text.replace(PLACEHOLDER, name);
    }

    @Nullable
    String inNullable(@Nullable String text) {
        return text == null ? null : in(text);
    }

    List<String> in(List<String> texts) {
        return texts.stream().map(this::in).toList();
    }

    Map<String, String> in(Map<String, String> texts) {
        var named = new LinkedHashMap<String, String>();
        texts.forEach((key, value) -> named.put(in(key), in(value)));
        return named;
    }

    /** Returns the service with the name in the place of the placeholder. */
    ServiceDefinition in(ServiceDefinition service) {
        return new ServiceDefinition(
                service.name(),
                service.image(),
                service.build(),
                in(service.program()),
                in(service.connectivity()),
                service.dependsOn(),
                service.healthcheck() == null ? null : in(service.healthcheck()),
                service.replicas(),
                service.limits(),
                in(service.storage()),
                service.confinement(),
                service.lifecycle(),
                in(service.labels()),
                service.logging() == null ? null : in(service.logging()));
    }

    private Program in(Program program) {
        return new Program(
                in(program.entrypoint()),
                in(program.command()),
                in(program.environment()),
                inNullable(program.workingDir()),
                program.user());
    }

    private Connectivity in(Connectivity connectivity) {
        List<Connectivity.Attachment> networks = connectivity.networks().stream()
                .map(one -> new Connectivity.Attachment(one.network(), in(one.aliases())))
                .toList();
        return new Connectivity(
                connectivity.ports(),
                connectivity.expose(),
                networks,
                connectivity.mode(),
                inNullable(connectivity.hostname()));
    }

    private Healthcheck in(Healthcheck check) {
        return new Healthcheck(
                in(check.test()),
                check.interval(),
                check.timeout(),
                check.retries(),
                check.startPeriod(),
                check.startInterval());
    }

    private Storage in(Storage storage) {
        List<Mount> mounts = storage.mounts().stream()
                .map(one -> new Mount(one.type(), inNullable(one.source()), in(one.target()), one.readOnly()))
                .toList();
        return new Storage(mounts, in(storage.tmpfs()), storage.readOnly(), storage.memory());
    }

    private Logging in(Logging logging) {
        return new Logging(logging.driver(), in(logging.options()));
    }
}
