package dev.versus.system;

import dev.versus.InvalidInput;
import dev.versus.system.Value.Mapping;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The supported keys of one kind of mapping in a Compose file. Other keys are refused with a suggestion. */
record Keys(String owner, Set<String> known) {

    static final Keys FILE = of("a Compose file", "name", "version", "services", "networks", "volumes");
    static final Keys SERVICE = of(
            "a service",
            "image build command entrypoint environment expose ports depends_on healthcheck networks network_mode deploy",
            "cpus mem_limit volumes tmpfs read_only cap_drop cap_add security_opt user working_dir hostname labels logging",
            "stop_grace_period stop_signal init restart ipc shm_size");
    static final Keys BUILD = of("build", "context dockerfile args target");
    static final Keys HEALTHCHECK =
            of("healthcheck", "test interval timeout retries start_period start_interval disable");
    static final Keys DEPENDENCY = of("a dependency", "condition");
    static final Keys ATTACHMENT = of("a network of a service", "aliases");
    static final Keys PORT = of("a port", "target published host_ip protocol");
    static final Keys MOUNT = of("a volume of a service", "type source target read_only");
    static final Keys DEPLOY = of("deploy", "replicas resources");
    static final Keys RESOURCES = of("resources", "limits");
    static final Keys LIMITS = of("limits", "cpus memory");
    static final Keys LOGGING = of("logging", "driver options");
    static final Keys NETWORK = of("a network", "internal driver ipam enable_ipv6");
    static final Keys IPAM = of("ipam", "config");
    static final Keys SUBNET = of("ipam.config", "subnet");
    static final Keys VOLUME = of("a volume", "driver driver_opts");
    static final Keys DRIVER_OPTS = of("driver_opts", "type o device");

    private static Keys of(String owner, String... words) {
        var known = new TreeSet<>(List.of(String.join(" ", words).strip().split(" ")));
        known.remove("");
        return new Keys(owner, known);
    }

    /** Refuses the first key that is not supported; {@code x-} extensions are allowed everywhere. */
    Mapping check(Mapping mapping) {
        for (String key : mapping.entries().keySet()) {
            if (!known.contains(key) && !key.startsWith("x-")) {
                throw refuse(mapping, key);
            }
        }
        return mapping;
    }

    private InvalidInput refuse(Mapping mapping, String key) {
        return mapping.placeOf(key)
                .refuse("the key '" + key + "' is not supported in " + owner + "; " + suggestion(key, known));
    }

    static String suggestion(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return "it takes no keys but x- extensions.";
        }
        String near = NearestWord.nearest(word, known);
        String list = "supported: " + String.join(", ", new TreeSet<>(known)) + ".";
        return near == null ? list : "did you mean '" + near + "'? (" + list.substring(0, list.length() - 1) + ").";
    }
}
