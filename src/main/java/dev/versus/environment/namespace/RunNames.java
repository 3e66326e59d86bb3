package dev.versus.environment.namespace;

import dev.versus.environment.RunId;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The names of everything that a run makes here; each carries the run's id. Names of interfaces have 15 characters at most. */
public record RunNames(RunId run) {

    private static final long GROUPS = 0x7fff_ffffL;

    String bridge(int number) {
        return "vs" + run + "b" + number;
    }

    /** The end of a veth pair that stays on the host. */
    String port(int number) {
        return "vs" + run + "v" + number;
    }

    /** What the names of all bridges and ports begin with. */
    String interfaces() {
        return "vs" + run;
    }

    String namespace(String replica) {
        return "versus-" + run + "-" + replica;
    }

    String table() {
        return "versus_" + run;
    }

    /** A number by which the kernel can delete all interfaces of the run at once; another run's may be the same. */
    long group() {
        var sum = new CRC32();
        sum.update(run.value().getBytes(StandardCharsets.US_ASCII));
        return 1 + sum.getValue() % GROUPS;
    }
}
