package dev.versus.environment.namespace;

import dev.versus.InvalidInput;
import dev.versus.environment.host.Programs;
import dev.versus.environment.host.Provision;
import java.nio.file.Path;

/** The programs by which networks are made. */
public record Tools(Path ip, Path nft, Path nsenter, Path unshare) {

    /**
     * Those of this machine.
     *
     * @throws InvalidInput with the command that installs what is missing
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
