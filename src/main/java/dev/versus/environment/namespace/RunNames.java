package dev.versus.environment.namespace;

import dev.versus.environment.RunId;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Names of everything that a run makes here. Each carries the run's id. Names of interfaces have at most 15 characters. */
public record RunNames(RunId run) {

    private static final long GROUPS = 0x7fff_ffffL;

    String bridge(int number) {
        return "vs" + run + "b" + number;
    }

    /** Returns the name of the end of a veth pair that stays on the host. */
    String port(int number) {
        return "vs" + run + "v" + number;
    }

    /** Returns the prefix of the names of all bridges and ports. */
    String interfaces() {
        return "vs" + run;
    }

    String namespace(String replica) {
        return "versus-" + run + "-" + replica;
    }

    String table() {
        return "versus_" + run;
    }

    /**
     * Returns the group number with which the kernel can delete all interfaces of the run at once. Another run may have the same number.
     */
    long group() {
        var sum = new CRC32();
        sum.update(run.value().getBytes(StandardCharsets.US_ASCII));
        return 1 + sum.getValue() % GROUPS;
    }
}
