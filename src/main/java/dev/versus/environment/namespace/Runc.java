package dev.versus.environment.namespace;

import dev.versus.InvalidInput;
import dev.versus.environment.Requirement;
import dev.versus.environment.host.Programs;
import dev.versus.environment.host.Provision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The OCI runtime that Docker runs containers by, without Docker.
 *
 * @param program its file
 * @param unshare the program that gives a mount namespace
 * @param state the folder of the run in which it remembers its containers, for root alone
 */
record Runc(Path program, Path unshare, Path state) {

    private static final String NAME = "runc";
    private static final String INSTALL = "apt-get install runc, or " + Provision.part("docker");

    /** Forgets the container that a restarted replica was before, mounts its root, and turns into the runtime. */
    private static final String START =
            "rm -rf -- \"$1\" \"$2\" && mount -t overlay -o \"$3\" overlay \"$4\"" + " && shift 4 && exec \"$@\"";

    /**
     * The one of this machine.
     *
     * @throws InvalidInput with the command that installs it
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
     * The command that runs a bundle's container and ends with its exit code. Its cgroup is kept when it ends: the run removes it. The
     * mount namespace, and with it the root, is gone when the runtime and the container are.
     *
     * @param image the root file system under what the container writes
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

    /** The command that runs another one in a container, with the user, capabilities, variables and folder that its bundle names. */
    List<String> join(Bundle bundle, List<String> command) {
        var words = new ArrayList<>(List.of(program.toString(), "--root", state.toString(), "exec", bundle.name()));
        words.addAll(command);
        return words;
    }
}
