package dev.versus.cli;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code versus init}: writes a project that uses Versus as a library: the example of {@code docs/examples/own-project}. */
@Command(name = "init", description = "Writes a Maven project with one comparison and a small system of its own.")
final class InitCommand extends PrintingCommand implements Callable<Integer> {

    /** The files of the example, for a jar cannot list its folders. */
    static final List<String> FILES = List.of(
            ".gitignore",
            "catalogue/Dockerfile",
            "catalogue/pom.xml",
            "catalogue/src/main/java/com/example/catalogue/Catalogue.java",
            "compose.yaml",
            "pom.xml",
            "src/test/java/com/example/CatalogueCost.java",
            "src/test/resources/gatling.conf");

    @Parameters(paramLabel = "<folder>", description = "Folder of the project; it is made if it is missing.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        Path project = folder.toAbsolutePath().normalize();
        for (String file : FILES) {
            requireFree(project.resolve(file));
        }
        for (String file : FILES) {
            write(file, project.resolve(file));
        }
        out().println("wrote " + FILES.size() + " files to " + project);
        out().println("next: ./mvnw install here, once, so that Maven finds Versus; then mvn gatling:test there");
        return 0;
    }

    private static void requireFree(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new InvalidInput(file + " exists already, and nothing is overwritten: name an empty folder.");
        }
    }

    private static void write(String file, Path into) {
        String source = "own-project/" + file;
        try (InputStream in = Objects.requireNonNull(InitCommand.class.getResourceAsStream(source), source)) {
            Files.createDirectories(into.resolveSibling(""));
            Files.copy(in, into);
        } catch (IOException unwritable) {
            throw new InvalidInput(
                    into + " cannot be written (" + unwritable + "): name a folder of your own.", unwritable);
        }
    }
}
