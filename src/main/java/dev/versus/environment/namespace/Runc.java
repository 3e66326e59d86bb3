package dev.versus.environment.namespace;

import dev.versus.InvalidInput;
import dev.versus.environment.Requirement;
import dev.versus.environment.host.Programs;
import dev.versus.environment.host.Provision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * OCI runtime runc, with which Docker runs containers, used without Docker.
 *
 * @param program its file
 * @param unshare the program that makes a mount namespace
 * @param state the run's folder in which runc keeps the state of its containers, for root alone
 */
record Runc(Path program, Path unshare, Path state) {

    private static final String NAME = "runc";
    private static final String INSTALL = "apt-get install runc, or " + Provision.part("docker");

    /** Removes the state of the container that a restarted replica had before, mounts its root, and executes runc. */
    private static final String START =
            "rm -rf -- \"$1\" \"$2\" && mount -t overlay -o \"$3\" overlay \"$4\"" + " && shift 4 && exec \"$@\"";

    /**
     * Returns the runc of this machine.
     *
     * @throws InvalidInput if it is not installed, with the command that installs it
     */
    static Runc ofThisHost(Path state) {
        Path program = Programs.ofAdministrator(NAME)
                .orElseThrow(() -> new InvalidInput("The environment 'namespace:rootfs=image' needs '" + NAME
                        + "', which is not installed here: run " + INSTALL + " as root."));
        return new Runc(program, Tools.ofThisHost().unshare(), state);
    }

    static Requirement requirement() {
        return Programs.ofAdministrator(NAME)
                .map(path -> Requirement.met(NAME, path.toString()))
                .orElseGet(() -> Requirement.missing(NAME, "not on the PATH", INSTALL));
    }

    /**
     * Returns the command that runs a bundle's container and ends with its exit code. The container's cgroup remains, and the run removes
     * it. The mount namespace, and with it the root, is gone when runc and the container have ended.
     *
     * @param image the root file system below the writable layer
     */
    List<String> start(Bundle bundle, Path image) {
        var words = new ArrayList<>(List.of(unshare.toString(), "--mount", "/bin/sh", "-c", START, "versus-enter"));
        words.add(state.resolve(bundle.name()).toString());
        words.add(bundle.process().toString());
        words.addAll(List.of(bundle.overlay(image), bundle.root().toString()));
        words.addAll(List.of(program.toString(), "--root", state.toString(), "run", "--keep"));
        words.addAll(List.of(
                "--bundle",
                bundle.folder().toString(),
                "--pid-file",
                bundle.process().toString()));
        words.add(bundle.name());
        return words;
    }

    /** Returns the command that runs another one in a container, with the user, capabilities, variables and folder of its bundle. */
    List<String> join(Bundle bundle, List<String> command) {
        var words = new ArrayList<>(List.of(program.toString(), "--root", state.toString(), "exec", bundle.name()));
        words.addAll(command);
        return words;
    }
}
