package dev.versus.system;

import dev.versus.system.Connectivity.Attachment;
import dev.versus.system.Dependency.Condition;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates a {@link ServiceDefinition} from the merged mapping of a service. */
final class ServiceBinder {

    private static final Map<String, Condition> CONDITIONS =
            Map.of("service_started", Condition.STARTED, "service_healthy", Condition.HEALTHY);

    private final Path folder;
    private final ProjectName built;

    /**
     * @param folder the folder against which paths are resolved
     * @param built the name for what is built, which all deployments of the system share
     */
    ServiceBinder(Path folder, ProjectName built) {
        this.folder = folder;
        this.built = built;
    }

    ServiceDefinition bind(String name, Fields service) {
        return new ServiceDefinition(
                name,
                built.inNullable(service.text("image")),
                build(service),
                program(service),
                connectivity(service),
                dependencies(service),
                HealthcheckBinder.bind(service),
                service.in("deploy").whole("replicas", 1),
                limits(service),
                storage(service),
                new Confinement(service.texts("cap_drop"), service.texts("cap_add"), service.texts("security_opt")),
                lifecycle(service),
                service.variables("labels"),
                logging(service));
    }

    private @Nullable Build build(Fields service) {
        if (!service.has("build")) {
            return null;
        }
        Fields build = service.in("build");
        Path context = folder.resolve(built.in(build.text("context", "."))).normalize();
        String toolchain = service.in("x-versus").text("build");
        return new Build(
                context,
                built.inNullable(build.text("dockerfile")),
                built.in(build.variables("args")),
                build.text("target"),
                toolchain);
    }

    private static Program program(Fields service) {
        return new Program(
                service.texts("entrypoint"),
                service.texts("command"),
                service.variables("environment"),
                service.text("working_dir"),
                service.text("user"));
    }

    private static Connectivity connectivity(Fields service) {
        List<Integer> expose = service.texts("expose").stream()
                .map(port -> service.port("expose", port.replaceFirst("/tcp$", "")))
                .toList();
        List<Port> ports =
                service.list("ports").stream().map(ServiceBinder::port).toList();
        String mode = service.text("network_mode");
        return new Connectivity(ports, expose, networks(service, mode), mode, service.text("hostname"));
    }

    private static Port port(Fields port) {
        String published = port.text("published");
        String protocol = port.text("protocol", "tcp");
        if (!protocol.equals("tcp") && !protocol.equals("udp")) {
            throw port.refuse("protocol", "tcp or udp", protocol);
        }
        return new Port(
                port.port("target", port.required("target")),
                published == null ? null : port.port("published", published),
                port.text("host_ip"),
                protocol);
    }

    private static List<Attachment> networks(Fields service, @Nullable String mode) {
        var attachments = new ArrayList<Attachment>();
        service.each("networks")
                .forEach((network, fields) -> attachments.add(new Attachment(network, fields.texts("aliases"))));
        if (mode != null && !attachments.isEmpty()) {
            throw service.mapping()
                    .placeOf("network_mode")
                    .refuse("'network_mode' and 'networks' exclude each other; keep one.");
        }
        return attachments.isEmpty() && mode == null
                ? List.of(new Attachment(NetworkDefinition.DEFAULT, List.of()))
                : attachments;
    }

    private static List<Dependency> dependencies(Fields service) {
        var dependencies = new ArrayList<Dependency>();
        service.each("depends_on").forEach((on, fields) -> {
            String text = fields.text("condition", "service_started");
            Condition condition = CONDITIONS.get(text);
            if (condition == null) {
                throw fields.refuse("condition", "service_started or service_healthy", text);
            }
            dependencies.add(new Dependency(on, condition));
        });
        String donor = SharedMemoryBinder.donor(service);
        if (donor != null
                && dependencies.stream().noneMatch(one -> one.service().equals(donor))) {
            dependencies.add(new Dependency(donor, Condition.STARTED));
        }
        return dependencies;
    }

    private static Limits limits(Fields service) {
        Fields limits = service.in("deploy").in("resources").in("limits");
        BigDecimal cpus = limits.decimal("cpus");
        DataSize memory = limits.size("memory");
        return new Limits(
                someOrNone(cpus == null ? service.decimal("cpus") : cpus),
                memory == null ? service.size("mem_limit") : memory);
    }

    /** Returns null for a limit of 0 CPUs, which Compose treats as no limit. */
    private static @Nullable BigDecimal someOrNone(@Nullable BigDecimal cpus) {
        return cpus == null || cpus.signum() == 0 ? null : cpus;
    }

    private Storage storage(Fields service) {
        return new Storage(
                service.list("volumes").stream().map(this::mount).toList(),
                service.texts("tmpfs"),
                service.flag("read_only"),
                SharedMemoryBinder.bind(service));
    }

    private Mount mount(Fields mount) {
        String type = mount.text("type", "volume");
        String source = mount.text("source");
        String target = mount.required("target");
        boolean readOnly = mount.flag("read_only");
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "bind" -> new Mount(Mount.Type.BIND, path(mount.required("source")), target, readOnly);
            case "volume" -> new Mount(Mount.Type.VOLUME, source, target, readOnly);
            case "tmpfs" -> new Mount(Mount.Type.TMPFS, null, target, readOnly);
            default -> throw mount.refuse("type", "bind, volume or tmpfs", type);
        };
    }

    private String path(String source) {
        String home = source.startsWith("~/") ? System.getProperty("user.home") + source.substring(1) : source;
        return folder.resolve(home).normalize().toString();
    }

    private static Lifecycle lifecycle(Fields service) {
        return new Lifecycle(
                service.duration("stop_grace_period", Lifecycle.DEFAULT_GRACE_PERIOD),
                service.text("stop_signal"),
                service.flag("init"),
                service.text("restart"));
    }

    private static @Nullable Logging logging(Fields service) {
        if (!service.has("logging")) {
            return null;
        }
        Fields logging = service.in("logging");
        return new Logging(logging.text("driver"), logging.variables("options"));
    }
}
