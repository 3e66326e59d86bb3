package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import java.util.List;
import java.util.Map;

/** Commands that install the programs of services. */
public final class Provision {

    private static final String SCRIPT = "./versus provision ";
    private static final Map<String, List<String>> PARTS = Map.of(
            "servers", List.of("nginx", "haproxy", "redis-server", "postgres", "postgresql"),
            "python", List.of("python", "python3", "gunicorn", "hypercorn", "uvicorn"),
            "go", List.of("go"),
            "namespace", List.of("ip", "nft", "iptables", "unshare", "nsenter", "setpriv", "taskset"));

    private Provision() {}

    /** Returns the command that installs one part, such as {@code namespace}. */
    public static String part(String name) {
        return SCRIPT + name;
    }

    /** Returns the command that installs what a service runs; empty if none is known. */
    static String of(ServiceDefinition service) {
        List<String> command = service.program().commandLine();
        String program = command.isEmpty() ? "" : command.get(0).replaceAll(".*/", "");
        return PARTS.entrySet().stream()
                .filter(part -> part.getValue().contains(program))
                .map(part -> part(part.getKey()))
                .findFirst()
                .orElse("");
    }
}
