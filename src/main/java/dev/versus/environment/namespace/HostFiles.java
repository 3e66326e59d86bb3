package dev.versus.environment.namespace;

import dev.versus.EnvironmentFacts;
import dev.versus.environment.host.Replica;
import dev.versus.environment.namespace.Topology.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The host's own, with another file of names. */
record HostFiles(Tools tools) implements FileSystems {

    private static final String NAME =
            "mount --bind \"$1\" /etc/hosts && echo \"$2\" >/proc/sys/kernel/hostname" + " && shift 2 && exec \"$@\"";

    /** Each of the commands turns into what follows it, so that the process stays the same. */
    @Override
    public List<String> starting(Replica replica, Place place, List<String> command) {
        var words = new ArrayList<>(place.groups().joining(replica.name()));
        place.member().ifPresent(member -> words.addAll(entering(member, place)));
        words.addAll(command);
        return words;
    }

    /** {@code ip netns exec} brings a mount namespace to mount in, and {@code /sys} as it is in the network namespace. */
    private List<String> entering(Member member, Place place) {
        var words = new ArrayList<>(List.of(tools.ip().toString(), "netns", "exec", member.namespace()));
        words.addAll(List.of(tools.unshare().toString(), "--uts", "/bin/sh", "-c", NAME, "versus-enter"));
        words.addAll(List.of(place.hosts().toString(), member.hostname()));
        return words;
    }

    /** That is no different from starting there. */
    @Override
    public List<String> joining(Replica replica, Place place, List<String> command) {
        return starting(replica, place, command);
    }

    @Override
    public Map<String, String> traits(Replica replica) {
        return Map.of(EnvironmentFacts.FILE_SYSTEM, "the host's");
    }
}
