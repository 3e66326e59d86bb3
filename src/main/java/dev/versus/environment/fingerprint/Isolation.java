package dev.versus.environment.fingerprint;

import dev.versus.linux.NetworkNamespaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Isolation of a replica from the rest of the machine: user, system call filter, network, and where its output goes. */
final class Isolation implements Trait {

    private static final String LOOPBACK = "lo";

    /** The first of the uids that are allocated dynamically. Source: systemd, UIDS-GIDS.md. */
    private static final int DYNAMIC = 61_184;

    private static final int LAST_DYNAMIC = 65_519;

    @Override
    public Map<String, String> of(Inspected replica) {
        Map<String, String> values = new TreeMap<>();
        var proc = replica.proc();
        proc.status(replica.pid(), "Uid").ifPresent(ids -> values.put("isolation.user", user(ids)));
        proc.status(replica.pid(), "Seccomp")
                .ifPresent(mode -> values.put("isolation.system-calls", mode.equals("0") ? "all" : "filtered"));
        proc.link(replica.pid(), "fd/1").ifPresent(end -> values.put("isolation.output", output(end)));
        Optional<Boolean> own = new NetworkNamespaces(proc)
                .isOwn(replica.pid(), List.of(ProcessHandle.current().pid()));
        own.ifPresent(is -> {
            values.put("isolation.network", is ? "own" : "the host's");
            mtu(proc.file(replica.pid(), "root/sys/class/net"), is).ifPresent(mtu -> values.put("isolation.mtu", mtu));
        });
        return values;
    }

    /** Returns the effective uid. All dynamic uids are reported alike, because each launch draws another one. */
    static String user(String ids) {
        String uid = ids.split("\\s+", -1)[0];
        boolean dynamic =
                uid.matches("\\d{5}") && Integer.parseInt(uid) >= DYNAMIC && Integer.parseInt(uid) <= LAST_DYNAMIC;
        return dynamic ? "nobody's" : uid;
    }

    static String output(String end) {
        if (end.equals("/dev/null")) {
            return "nowhere";
        }
        return end.startsWith("/") ? "file" : end.replaceFirst(":.*", "");
    }

    /**
     * Returns the MTU of the interfaces that carry requests: of the loopback interface in the host's network, of all others in a network
     * namespace.
     */
    static Optional<String> mtu(Path interfaces, boolean own) {
        try (Stream<Path> all = Files.list(interfaces)) {
            return Optional.of(
                            all.filter(one -> String.valueOf(one.getFileName()).equals(LOOPBACK) != own)
                                    .map(one -> read(one.resolve("mtu")))
                                    .filter(mtu -> !mtu.isEmpty())
                                    .distinct()
                                    .sorted()
                                    .collect(Collectors.joining(", ")))
                    .filter(mtus -> !mtus.isEmpty());
        } catch (IOException notToBeSeen) {
            return Optional.empty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException gone) {
            return "";
        }
    }
}
