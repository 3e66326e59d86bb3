package dev.versus.environment.namespace;

import dev.versus.environment.namespace.Topology.Member;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands that lead into the place of a replica; each turns into what follows it, so that the process stays the same. */
final class Entry {

    /** Joins cgroups, up to the word that ends their list. */
    private static final String JOIN =
            "while [ \"$1\" != -- ]; do echo $$ >\"$1\" || exit 125; shift; done; shift; exec \"$@\"";

    private Entry() {}

    static List<String> joining(List<Path> cgroups) {
        if (cgroups.isEmpty()) {
            return List.of();
        }
        var command = new ArrayList<>(List.of("/bin/sh", "-c", JOIN, "versus-join"));
        cgroups.forEach(cgroup -> command.add(cgroup.resolve("cgroup.procs").toString()));
        command.add("--");
        return command;
    }

    /** {@code ip netns exec} brings a mount namespace to mount in, and {@code /sys} as it is in the network namespace. */
    static List<String> entering(Tools tools, Member member) {
        return List.of(
                tools.ip().toString(),
                "netns",
                "exec",
                member.namespace(),
                tools.unshare().toString(),
                "--uts");
    }

    /** With the network and the name of the host. */
    static List<String> apart(Tools tools) {
        return List.of(tools.unshare().toString(), "--mount");
    }
}
