package dev.versus.environment.docker;

import com.github.dockerjava.api.exception.DockerException;
import dev.versus.InvalidInput;
import dev.versus.ShortCommand;
import dev.versus.environment.Made;
import dev.versus.environment.Run;
import dev.versus.environment.host.Programs;
import dev.versus.environment.host.RootUser;
import dev.versus.environment.image.DockerEngine;
import dev.versus.system.NetworkDefinition;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Filter that keeps IPv6 networks apart where the engine does not: before version 27, Docker filters only IPv4 but lets the host forward
 * both. An nftables table of the run drops packets that would be forwarded from or to one of the run's bridges.
 *
 * @param devices the bridges with IPv6
 */
record Ipv6Filter(Names names, List<String> devices) {

    private static final int FIRST_THAT_FILTERS = 27;
    private static final String NFT = "nft";

    Ipv6Filter {
        devices = List.copyOf(devices);
    }

    /** Tells whether a system has IPv6 networks that this engine does not keep apart. */
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
     * Checks that IPv6 networks can be kept apart, by the engine or by this filter.
     *
     * @throws InvalidInput if not, with how to mend it
     */
    static void require(SystemDefinition system, DockerEngine engine) {
        if (isNeeded(system, engine) && !(RootUser.isRunning() && nft().isPresent())) {
            throw new InvalidInput("The networks of '" + system.name()
                    + "' have IPv6, which a Docker engine before version 27 does not keep apart: run this as root with nftables"
                    + " (./versus provision namespace), leave out enable_ipv6, or use a newer engine.");
        }
    }

    private static Optional<Path> nft() {
        return Programs.ofAdministrator(NFT);
    }

    /** Adds the table, which is recorded before. The bridges need not exist yet. */
    void raise(Run run) {
        run.recordMaking(List.of(new Made(Ipv6FilterRemover.KIND, names.table())));
        if (!nft().map(nft -> ShortCommand.succeeds(nft.toString(), script())).orElse(false)) {
            throw new InvalidInput("The IPv6 networks of a system cannot be kept apart, because nft cannot add a table:"
                    + " leave out enable_ipv6, or allow CAP_NET_ADMIN.");
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

    /** Deletes a table. It is added before it is deleted, so that a table that does not exist is no error. */
    static boolean fell(String table) {
        String script = "add table ip6 " + table + "; delete table ip6 " + table;
        return nft().map(nft -> ShortCommand.succeeds(nft.toString(), script)).orElse(false);
    }
}
