package dev.versus.environment.namespace;

import dev.versus.environment.RunId;
import dev.versus.environment.namespace.FileSystems.Place;
import dev.versus.system.SharedMemory.Ipc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Configuration of a replica by the OCI runtime specification 1.0.2: what Docker would write for its container, except the filter of system
 * calls and AppArmor.
 */
record RuntimeConfig(ContainerProgram program, RunId run, Place place) {

    /** The paths that Docker masks. Source: moby's {@code oci/defaults.go}. */
    private static final List<String> MASKED = List.of(
            "/proc/acpi",
            "/proc/asound",
            "/proc/interrupts",
            "/proc/kcore",
            "/proc/keys",
            "/proc/latency_stats",
            "/proc/sched_debug",
            "/proc/scsi",
            "/proc/timer_list",
            "/proc/timer_stats",
            "/sys/devices/virtual/powercap",
            "/sys/firmware");

    private static final List<String> READ_ONLY =
            List.of("/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger");

    Map<String, Object> of(Bundle bundle) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("ociVersion", "1.0.2");
        config.put("process", process());
        config.put(
                "root",
                Map.of(
                        "path",
                        bundle.root().toString(),
                        "readonly",
                        program.service().storage().readOnly()));
        place.hostname().ifPresent(hostname -> config.put("hostname", hostname));
        config.put("mounts", new RuntimeMounts(program.service().storage(), place.memory(), bundle).all());
        config.put("linux", isolation(bundle.name()));
        return config;
    }

    private Map<String, Object> process() {
        return Map.of(
                "terminal", false,
                "user",
                        Map.of(
                                "uid",
                                program.user().uid(),
                                "gid",
                                program.user().gid()),
                "args", program.command(),
                "env", variables(),
                "cwd", program.workingDirectory(),
                "capabilities", capabilities(),
                "noNewPrivileges", program.isDeniedNewPrivileges());
    }

    private List<String> variables() {
        return program.environment(run).entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
    }

    /**
     * Returns the capabilities. Only root has them in effect; for other users they are the upper bound, as after any start of a program.
     */
    private Map<String, Object> capabilities() {
        List<String> all = Capabilities.of(program.service().confinement()).stream()
                .map(name -> "CAP_" + name)
                .toList();
        return program.user().uid() == 0
                ? Map.of("bounding", all, "permitted", all, "effective", all)
                : Map.of("bounding", all);
    }

    private Map<String, Object> isolation(String replica) {
        return Map.of(
                "cgroupsPath",
                place.groups().path(replica),
                "namespaces",
                namespaces(),
                "maskedPaths",
                MASKED,
                "readonlyPaths",
                READ_ONLY);
    }

    private Optional<Map<String, String>> ipc() {
        ReplicaMemory memory = place.memory();
        if (memory.asked().ipc() == Ipc.HOST) {
            return Optional.empty();
        }
        return memory.namespace()
                .map(path -> Map.of("type", "ipc", "path", path.toString()))
                .or(() -> Optional.of(Map.of("type", "ipc")));
    }

    /** Returns the namespaces. With cgroup version 2, a container sees its own cgroup as the root, as with Docker. */
    private List<Map<String, String>> namespaces() {
        Stream<Map<String, String>> own = Stream.of("mount", "uts", "pid").map(type -> Map.of("type", type));
        Stream<Map<String, String>> network =
                place.network().stream().map(path -> Map.of("type", "network", "path", path.toString()));
        Stream<Map<String, String>> cgroup =
                place.groups().areUnified() ? Stream.of(Map.of("type", "cgroup")) : Stream.empty();
        return Stream.of(own, ipc().stream(), network, cgroup)
                .flatMap(each -> each)
                .toList();
    }
}
