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

    /** In file systems of its own to mount on: names of hosts, and the own one. */
    private static final String NAME =
            "mount --bind \"$1\" /etc/hosts && echo \"$2\" >/proc/sys/kernel/hostname" + " && shift 2 && exec \"$@\"";

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

    /** {@code ip netns exec} brings file systems to mount on, and {@code /sys} as it is in the namespace. */
    static List<String> entering(Tools tools, Member member, Path hosts) {
        return List.of(
                tools.ip().toString(),
                "netns",
                "exec",
                member.namespace(),
                tools.unshare().toString(),
                "--uts",
                "/bin/sh",
                "-c",
                NAME,
                "versus-enter",
                hosts.toString(),
                member.hostname());
    }
}
