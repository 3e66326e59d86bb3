package dev.versus.cli;

import dev.versus.ForeignText;
import dev.versus.ProjectFolder;
import dev.versus.VersusException;
import dev.versus.environment.Environment;
import dev.versus.environment.EnvironmentChoice;
import dev.versus.environment.Environments;
import dev.versus.environment.Requirement;
import dev.versus.system.Interpolation;
import dev.versus.system.SystemCatalogue;
import dev.versus.system.SystemDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code versus doctor}: prints the requirements of environments and systems, and a remedy for each that this machine does not meet. */
@Command(
        name = "doctor",
        description = {
            "Lists the requirements of environments and systems, and how to mend each that is missing.",
            "Ends with 0 if this machine meets those of the named environments (of all, if none is named) and of the"
                    + " named system; else with 1."
        })
final class DoctorCommand extends PrintingCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "<environment>", description = "Only these environments, such as docker.")
    private List<String> names = List.of();

    @Option(
            names = "--system",
            paramLabel = "<system>",
            description = "Only this system, such as shop or shop/jvm, or a path.")
    private @Nullable String system;

    @Override
    public Integer call() {
        List<SystemCatalogue.Entry> systems = systems();
        boolean met = true;
        for (String name : names.isEmpty() ? List.copyOf(Environments.all().keySet()) : names) {
            Environment environment = new EnvironmentChoice(name).environment();
            met &= print("environment " + name, environment.requirements());
            for (SystemCatalogue.Entry entry : systems) {
                boolean all = print(entry + " in " + name, needs(environment, entry));
                met &= all || system == null;
            }
        }
        return met ? 0 : Main.FAILED;
    }

    private List<SystemCatalogue.Entry> systems() {
        List<SystemCatalogue.Entry> all = new SystemCatalogue(ProjectFolder.services()).entries();
        List<SystemCatalogue.Entry> chosen = all.stream()
                .filter(entry -> system == null
                        || entry.system().equals(system)
                        || entry.toString().equals(system))
                .toList();
        return chosen.isEmpty() && system != null ? List.of(elsewhere(system, all)) : chosen;
    }

    /** Reads a system by its path. A text that is neither a path nor a name is refused with a list of the names that exist. */
    private static SystemCatalogue.Entry elsewhere(String system, List<SystemCatalogue.Entry> all) {
        String first = system.replaceAll("/.*", "");
        if (all.stream().anyMatch(entry -> entry.system().equals(first))) {
            SystemDefinition.read(ProjectFolder.services(), first, system.replaceAll("^[^/]*/?", ""));
        }
        SystemDefinition.read(ProjectFolder.services(), system, null);
        return new SystemCatalogue.Entry(system, Optional.empty());
    }

    /** Lists the requirements of a system. Compose files that cannot be read count as a missing requirement. */
    private static List<Requirement> needs(Environment environment, SystemCatalogue.Entry entry) {
        try {
            Interpolation variables = Interpolation.ofProcess().withDefaults(environment.variables(entry.system()));
            return environment.requirements(SystemDefinition.read(
                    ProjectFolder.services(), entry.system(), entry.variant().orElse(null), variables));
        } catch (VersusException broken) {
            return List.of(Requirement.missing("Compose files", String.valueOf(broken.getMessage()), ""));
        }
    }

    private boolean print(String title, List<Requirement> requirements) {
        var lines = new ArrayList<String>();
        lines.add(title);
        lines.addAll(requirements.isEmpty() ? List.of("  no known requirements") : table(requirements));
        lines.forEach(line -> out().println(ForeignText.lines(line)));
        return requirements.stream().allMatch(Requirement::met);
    }

    /** Returns a line for each requirement, and a line with the remedy for each that is missing. */
    static List<String> table(List<Requirement> requirements) {
        int width = Math.max(
                1,
                requirements.stream().mapToInt(one -> one.what().length()).max().orElse(1));
        var lines = new ArrayList<String>();
        for (Requirement one : requirements) {
            String line = "  %-7s %-" + width + "s  %s";
            lines.add(line.formatted(one.met() ? "ok" : "MISSING", one.what(), one.found())
                    .stripTrailing());
            if (!one.met() && !one.mend().isEmpty()) {
                lines.add("          mend it: " + one.mend());
            }
        }
        return lines;
    }
}
