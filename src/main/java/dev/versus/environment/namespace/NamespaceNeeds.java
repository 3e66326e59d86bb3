package dev.versus.environment.namespace;

import dev.versus.InvalidInput;
import dev.versus.environment.Requirement;
import dev.versus.environment.host.Programs;
import dev.versus.environment.host.Provision;
import dev.versus.environment.host.ReplicaGroups;
import dev.versus.linux.Proc;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Requirements of network namespaces, in addition to those of programs of the host. */
record NamespaceNeeds(Proc proc) {

    /**
     * Needed capabilities by their numbers in capability.h: the first to make networks, the second to mount file systems and to enter
     * namespaces.
     */
    private static final Map<String, Integer> CAPABILITIES =
            new TreeMap<>(Map.of("CAP_NET_ADMIN", 12, "CAP_SYS_ADMIN", 21));

    private static final List<String> PROGRAMS = List.of("ip", "nft", "nsenter", "unshare");
    private static final int HEXADECIMAL = 16;

    List<Requirement> all() {
        return Stream.concat(
                        Stream.of(rights(), cgroups(), ipv6()),
                        PROGRAMS.stream().map(NamespaceNeeds::program))
                .toList();
    }

    private Requirement rights() {
        String what = "the right to make networks";
        List<String> lacking = lacking();
        return lacking.isEmpty()
                ? Requirement.met(what, String.join(", ", CAPABILITIES.keySet()))
                : Requirement.missing(
                        what, String.join(" and ", lacking) + " lacking", "run as root: sudo -E <command>");
    }

    /**
     * Checks that this process has the capabilities.
     *
     * @throws InvalidInput if not, with the command that would work
     */
    void requireRights() {
        List<String> lacking = lacking();
        if (!lacking.isEmpty()) {
            throw new InvalidInput("The environment 'namespace' makes networks, which takes "
                    + String.join(" and ", lacking) + ": run the same command as root (sudo -E <command>),"
                    + " or choose the environment 'process'.");
        }
    }

    private List<String> lacking() {
        BigInteger effective = proc.status(ProcessHandle.current().pid(), "CapEff")
                .map(set -> new BigInteger(set, HEXADECIMAL))
                .orElse(BigInteger.ZERO);
        return CAPABILITIES.entrySet().stream()
                .filter(capability -> !effective.testBit(capability.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Requirement cgroups() {
        String what = "cgroups that limit CPU and memory";
        ReplicaGroups groups = ReplicaGroups.onThisHost("versus");
        return groups.limit()
                ? Requirement.met(
                        what,
                        groups.tops().values().stream()
                                .map(top -> top.folder().toString())
                                .distinct()
                                .sorted()
                                .reduce((one, other) -> one + ", " + other)
                                .orElse(""))
                : Requirement.missing(
                        what, "their controllers are not mounted", "mount cgroups, of version 2 if you can choose");
    }

    /** Checks that the kernel has IPv6. Otherwise the setting that switches off automatic IPv6 addresses of an interface does not exist. */
    private static Requirement ipv6() {
        String what = "a kernel with IPv6";
        return Files.isDirectory(Path.of("/proc/sys/net/ipv6"))
                ? Requirement.met(what, "/proc/sys/net/ipv6")
                : Requirement.missing(what, "the kernel was started without it", "boot without ipv6.disable=1");
    }

    private static Requirement program(String name) {
        return Programs.ofAdministrator(name)
                .map(path -> Requirement.met(name, path.toString()))
                .orElseGet(() -> Requirement.missing(name, "not on the PATH", Provision.part("namespace")));
    }
}
