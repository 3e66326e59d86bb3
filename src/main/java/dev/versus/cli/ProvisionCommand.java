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
 * {@code versus provision}: installs the programs of a lab by the script {@code environments/provision}. The script {@code versus}
 * runs that script itself, before anything is built; this class serves callers that start the command line in another way.
 */
@Command(
        name = "provision",
        description =
                "Installs and starts the programs of a lab, on Debian and Ubuntu; see environments/provision --help.",
        mixinStandardHelpOptions = true)
final class ProvisionCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "<part>",
            description = "A part, such as docker or python; without one: all parts.")
    private List<String> parts = List.of();

    @Override
    public Integer call() {
        if (File.separatorChar != '/') {
            throw new InvalidInput(
                    "Provisioning works on Debian and Ubuntu only; the environment 'process' needs a JDK alone.");
        }
        Path script = ProjectFolder.path().resolve("environments").resolve("provision");
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(parts);
        return Child.run(command, ProjectFolder.path());
    }
}
