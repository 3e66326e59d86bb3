package dev.versus.cli;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the simulation classes, found in their sources: Maven compiles the classes only when one runs. */
record Simulations(Set<String> classes) {

    private static final Pattern SIMULATION =
            Pattern.compile("^public (?:final )?class \\w+ extends ", Pattern.MULTILINE);
    private static final String END = ".java";

    /** Finds the simulations of a project. */
    static Simulations of(Path project) {
        Path sources = project.resolve("src").resolve("gatling").resolve("java");
        try (Stream<Path> files = Files.walk(sources)) {
            return new Simulations(files.filter(file -> file.toString().endsWith(END) && isSimulation(file))
                    .map(file -> className(sources.relativize(file)))
                    .collect(Collectors.toCollection(TreeSet::new)));
        } catch (IOException none) {
            return new Simulations(Set.of());
        }
    }

    private static boolean isSimulation(Path file) {
        try {
            return SIMULATION.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static String className(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.substring(0, path.length() - END.length()).replace('/', '.');
    }

    /**
     * Finds the full name of a class from its name with or without the package.
     *
     * @throws InvalidInput if no class or more than one has that name
     */
    String named(String name) {
        List<String> meant = classes.stream()
                .filter(one -> one.equals(name) || one.endsWith("." + name))
                .toList();
        if (meant.size() != 1) {
            throw new InvalidInput((meant.isEmpty() ? "There is no simulation '" : "Several simulations are called '")
                    + name + "'; there are: "
                    + String.join(", ", meant.isEmpty() ? shortNames() : meant) + ".");
        }
        return meant.get(0);
    }

    private List<String> shortNames() {
        return classes.stream()
                .map(one -> one.substring(one.lastIndexOf('.') + 1))
                .toList();
    }
}
