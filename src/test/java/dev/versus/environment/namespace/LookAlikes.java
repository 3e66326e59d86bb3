package dev.versus.environment.namespace;

import dev.versus.environment.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Things that somebody else made and that look as if a run had: what is shaped like them is no reason to remove them. */
final class LookAlikes implements AutoCloseable {

    private static final RunId OTHER = new RunId("zzzzzzzz");
    private static final RunNames NAMES = new RunNames(OTHER);
    private static final Path CGROUP = Path.of(
            Files.isDirectory(Path.of("/sys/fs/cgroup/cpu")) ? "/sys/fs/cgroup/cpu" : "/sys/fs/cgroup",
            "versus-" + OTHER);

    private boolean planted;

    /** @param group the number of the group that the foreign bridge is in */
    void plant(long group) throws IOException {
        planted = true;
        Lab.said("ip netns add " + NAMES.namespace("web-1"));
        Lab.said("ip link add " + NAMES.bridge(0) + " group " + group + " type bridge");
        Lab.said("ip link add " + NAMES.port(0) + " type veth peer name " + NAMES.port(1));
        Lab.said("ip addr add 10.213.99.1/24 dev " + NAMES.bridge(0));
        Lab.said("nft add table inet " + NAMES.table());
        Lab.said("iptables -w -A FORWARD -i " + NAMES.interfaces() + "+ -j ACCEPT");
        Files.createDirectory(CGROUP);
    }

    /** What of them is there. */
    List<String> look() {
        return Stream.concat(Lab.leftOf(OTHER).stream(), Stream.of(String.valueOf(Files.isDirectory(CGROUP))))
                .toList();
    }

    @Override
    public void close() {
        if (planted) {
            Lab.said("iptables -w -D FORWARD -i " + NAMES.interfaces() + "+ -j ACCEPT");
            Lab.said("nft delete table inet " + NAMES.table());
            Lab.said("ip link delete " + NAMES.port(0));
            Lab.said("ip link delete " + NAMES.bridge(0));
            Lab.said("ip netns delete " + NAMES.namespace("web-1"));
            Lab.said("rmdir --ignore-fail-on-non-empty " + CGROUP);
        }
    }
}
