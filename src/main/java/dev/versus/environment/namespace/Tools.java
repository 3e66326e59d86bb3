package dev.versus.environment.namespace;

import dev.versus.InvalidInput;
import dev.versus.environment.host.Programs;
import dev.versus.environment.host.Provision;
import java.nio.file.Path;

/** Programs that make networks. */
public record Tools(Path ip, Path nft, Path nsenter, Path unshare) {

    /**
     * Returns the programs of this machine.
     *
     * @throws InvalidInput if one is missing, with the command that installs it
     */
    public static Tools ofThisHost() {
        return new Tools(find("ip"), find("nft"), find("nsenter"), find("unshare"));
    }

    private static Path find(String program) {
        return Programs.ofAdministrator(program)
                .orElseThrow(() -> new InvalidInput("The environment 'namespace' needs '" + program
                        + "', which is not installed here: run " + Provision.part("namespace") + " as root."));
    }
}
