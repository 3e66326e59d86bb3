package dev.versus.cli;

import dev.versus.InvalidInput;
import dev.versus.OwnFolder;
import dev.versus.ThisUser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
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
        requireOwn(project);
        for (String file : FILES) {
            requireFree(project, project.resolve(file));
        }
        writeAll(project);
        out().println("wrote " + FILES.size() + " files to " + project);
        out().println("next: ./mvnw install here, once, so that Maven finds Versus; then mvn gatling:test there");
        return 0;
    }

    /** Refuses a folder that another user could change while root writes to it. */
    private static void requireOwn(Path folder) {
        if (ThisUser.INSTANCE.isRoot() && !Files.isRegularFile(folder)) {
            var unused = OwnFolder.require(folder, "The folder", "name one of your own, or run Versus as its owner.");
        }
    }

    private static void requireFree(Path project, Path file) {
        for (Path above = file.resolveSibling(""); !above.equals(project); above = above.resolveSibling("")) {
            if (Files.isSymbolicLink(above)) {
                throw new InvalidInput(above + " is a link, and nothing is written through it: name an empty folder.");
            }
        }
        requireOwn(file.resolveSibling(""));
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new InvalidInput(file + " exists already, and nothing is overwritten: name an empty folder.");
        }
    }

    /** Writes all files, or none: what was written before a failure would hinder the next try. */
    private static void writeAll(Path project) {
        var written = new ArrayList<Path>();
        try {
            for (String file : FILES) {
                write(file, project.resolve(file));
                written.add(project.resolve(file));
            }
        } catch (InvalidInput failed) {
            written.forEach(file -> {
                var unused = file.toFile().delete();
            });
            throw failed;
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
