package dev.versus.environment.namespace;

import dev.versus.linux.Proc;
import dev.versus.system.Confinement;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Linux capabilities by name, without {@code CAP_}. Source: capability.h. */
final class Capabilities {

    private static final String ALL = "ALL";
    private static final int HEXADECIMAL = 16;

    /** In the order of their numbers. */
    private static final List<String> LINUX =
            List.of(("CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID"
                            + " SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER"
                            + " SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE"
                            + " SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN"
                            + " SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE")
                    .split(" ", -1));

    /** The default capabilities of a Docker container. Source: moby's {@code oci/caps/defaults.go}. */
    private static final List<String> DOCKERS = List.of(("AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD"
                    + " NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP SETUID SYS_CHROOT")
            .split(" ", -1));

    private Capabilities() {}

    /** Returns the name in the form used here: {@code CHOWN} for {@code cap_chown}. */
    static String named(String name) {
        return name.toUpperCase(Locale.ROOT).replaceFirst("^CAP_", "");
    }

    /** Tells whether there is a capability of that name, or the name is that of all. */
    static boolean isOne(String name) {
        return named(name).equals(ALL) || LINUX.contains(named(name));
    }

    /** Returns Docker's defaults without the dropped capabilities and with the added ones, sorted. */
    static List<String> of(Confinement confinement) {
        var left = new TreeSet<>(DOCKERS);
        List<String> dropped =
                confinement.capDrop().stream().map(Capabilities::named).toList();
        if (dropped.contains(ALL)) {
            left.clear();
        }
        dropped.forEach(left::remove);
        confinement.capAdd().stream().map(Capabilities::named).forEach(left::add);
        return left.contains(ALL) ? ofThisHost() : List.copyOf(left);
    }

    /** Returns all capabilities that this process could pass on. A machine may withhold some from every process. */
    private static List<String> ofThisHost() {
        BigInteger bounds = Proc.ofThisHost()
                .status(ProcessHandle.current().pid(), "CapBnd")
                .map(set -> new BigInteger(set, HEXADECIMAL))
                .orElse(BigInteger.ZERO);
        return IntStream.range(0, LINUX.size())
                .filter(bounds::testBit)
                .mapToObj(LINUX::get)
                .toList();
    }
}
