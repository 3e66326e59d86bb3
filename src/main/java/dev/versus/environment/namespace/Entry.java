package dev.versus.environment.namespace;

import dev.versus.environment.namespace.Topology.Member;
import java.util.List;

/** The commands that lead into the place of a replica; each turns into what follows it, so that the process stays the same. */
final class Entry {

    private Entry() {}

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
