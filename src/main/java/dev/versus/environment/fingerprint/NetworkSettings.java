package dev.versus.environment.fingerprint;

import java.util.List;
import java.util.Map;

/** Network settings of the kernel where a replica runs. A new network namespace starts with the kernel's defaults. */
final class NetworkSettings implements Trait {

    @Override
    public Map<String, String> of(Inspected replica) {
        return replica.ask("cat", "/proc/sys/net/ipv4/tcp_congestion_control", "/proc/sys/net/core/somaxconn")
                .map(NetworkSettings::read)
                .orElse(Map.of());
    }

    static Map<String, String> read(String answer) {
        List<String> lines = answer.lines().toList();
        return lines.size() == 2
                ? Map.of("host.congestion-control", lines.get(0), "host.backlog", lines.get(1))
                : Map.of();
    }
}
