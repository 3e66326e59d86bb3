package dev.versus.cli;

import dev.versus.InvalidInput;
import dev.versus.ProjectFolder;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code versus provision}: installs what a lab needs. The script {@code versus} runs {@code environments/provision} itself, before
 * anything is built; this stands for it wherever the command line is called in another way.
 */
@Command(
        name = "provision",
        description = "Installs and starts what a lab needs, on Debian and Ubuntu; see environments/provision --help.",
        mixinStandardHelpOptions = true)
final class ProvisionCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "<part>", description = "Such as docker or python; all if none is named.")
    private List<String> parts = List.of();

    @Override
    public Integer call() {
        if (File.separatorChar != '/') {
            throw new InvalidInput(
                    "Provisioning is for Debian and Ubuntu; the environment 'process' needs a JDK alone.");
        }
        Path script = ProjectFolder.path().resolve("environments").resolve("provision");
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(parts);
        return Child.run(command, ProjectFolder.path());
    }
}
