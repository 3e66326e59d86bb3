package dev.versus.environment.docker;

import com.github.dockerjava.api.exception.DockerException;
import dev.versus.InvalidInput;
import dev.versus.environment.Made;
import dev.versus.environment.Run;
import dev.versus.environment.ShortCommand;
import dev.versus.environment.host.Programs;
import dev.versus.environment.host.Superuser;
import dev.versus.environment.image.DockerEngine;
import dev.versus.system.NetworkDefinition;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps IPv6 networks apart where the engine does not: before version 27 it filters IPv4 alone, and has the host forward both. A table
 * of nftables, the run's own, drops what would be forwarded from one of its bridges or to one.
 *
 * @param devices the bridges with IPv6
 */
record Ipv6Wall(Names names, List<String> devices) {

    private static final int FIRST_THAT_FILTERS = 27;
    private static final String NFT = "nft";

    Ipv6Wall {
        devices = List.copyOf(devices);
    }

    /** Whether networks have IPv6 that this engine leaves open. */
    static boolean isNeeded(SystemDefinition system, DockerEngine engine) {
        return system.networks().stream().anyMatch(NetworkDefinition::ipv6) && major(engine) < FIRST_THAT_FILTERS;
    }

    private static int major(DockerEngine engine) {
        try {
            String version = engine.ask(
                    client -> String.valueOf(client.versionCmd().exec().getVersion()));
            return Integer.parseInt(version.replaceFirst("\\D.*", ""));
        } catch (DockerException | NumberFormatException unknown) {
            return 0;
        }
    }

    /**
     * Refuses a system whose networks nobody here can keep apart.
     *
     * @throws InvalidInput with how to mend it
     */
    static void require(SystemDefinition system, DockerEngine engine) {
        if (isNeeded(system, engine) && !(Superuser.isRunning() && nft().isPresent())) {
            throw new InvalidInput("The networks of '" + system.name()
                    + "' have IPv6, which a Docker engine before version 27 does not keep apart: run this as root with nftables"
                    + " (./versus provision namespace), leave out enable_ipv6, or use a newer engine.");
        }
    }

    private static Optional<Path> nft() {
        return Programs.ofAdministrator(NFT);
    }

    /** Raises it, written down before; it may stand before its bridges do. */
    void raise(Run run) {
        run.recordMaking(List.of(new Made(Ipv6WallRemover.KIND, names.table())));
        if (!nft().map(nft -> ShortCommand.succeeds(nft.toString(), script())).orElse(false)) {
            throw new InvalidInput("The IPv6 networks of a system cannot be kept apart: nft refuses a table of its own"
                    + " here; leave out enable_ipv6, or allow it.");
        }
    }

    String script() {
        String rules = devices.stream()
                .flatMap(device -> List.of(
                        "iifname \"" + device + "\" oifname != \"" + device + "\" drop;",
                        "oifname \"" + device + "\" iifname != \"" + device + "\" drop;")
                        .stream())
                .collect(Collectors.joining(" "));
        return "table ip6 " + names.table() + " { chain forward { type filter hook forward priority 0; " + rules
                + " }; }";
    }

    /** Takes a table down; added before, one that is not there is no error. */
    static boolean fell(String table) {
        String script = "add table ip6 " + table + "; delete table ip6 " + table;
        return nft().map(nft -> ShortCommand.succeeds(nft.toString(), script)).orElse(false);
    }
}
