package dev.versus.build;

import dev.versus.Digest;
import dev.versus.OwnFolder;
import dev.versus.ThisUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Maven: the wrapper of the service's repository, else {@code mvn} of the PATH; with the newest JDK. */
final class MavenToolchain implements Toolchain {

    private static final String WRAPPER = "mvnw";
    private static final String SETTINGS = ".mvn";

    @Override
    public String name() {
        return "maven";
    }

    @Override
    public List<String> files() {
        return List.of("pom.xml");
    }

    @Override
    public ToolVariables variables() {
        return ToolVariables.MAVEN;
    }

    @Override
    public List<String> products() {
        return List.of("target");
    }

    @Override
    public Optional<Missing> missing(Path context) {
        if (!Files.isExecutable(Jdk.newest().home().resolve("bin/javac"))) {
            return Optional.of(new Missing(
                    "Maven needs a JDK, and " + Jdk.newest().home() + " has no compiler", "./versus provision java"));
        }
        return tool(context).isPresent()
                ? Optional.empty()
                : Optional.of(new Missing(
                        "Maven is not installed: there is no mvnw in the service's repository and no mvn on the PATH",
                        "apt-get install maven"));
    }

    @Override
    public String found(Path context) {
        return "Maven by " + tool(context).map(Path::toString).orElse(name()) + ", JDK "
                + Jdk.newest().version().feature();
    }

    @Override
    public String identity(Path context) {
        return tool(context).map(MavenToolchain::version).orElse("") + " "
                + Jdk.newest().version();
    }

    /** Returns the version without running Maven, which takes a second: the wrapper with its settings, or the age of the program. */
    private static String version(Path tool) {
        try {
            return tool.endsWith(WRAPPER)
                    ? Digest.of(Files.readAllBytes(tool)) + settings(tool).digest()
                    : tool.toRealPath() + " " + Files.getLastModifiedTime(tool.toRealPath());
        } catch (IOException unreadable) {
            return tool.toString();
        }
    }

    private static Sources settings(Path wrapper) throws IOException {
        Path settings = wrapper.resolveSibling(SETTINGS);
        return Files.isDirectory(settings) ? Sources.of(settings) : new Sources(settings, new TreeSet<>());
    }

    private static Optional<Path> tool(Path context) {
        return wrapper(context.toAbsolutePath().normalize()).or(() -> OnPath.find("mvn"));
    }

    /** Finds the nearest wrapper from the service's folder up to the top of its repository that no other user can change. */
    private static Optional<Path> wrapper(Path context) {
        for (Path folder = context; folder != null; folder = folder.getParent()) {
            Path wrapper = folder.resolve(WRAPPER);
            if (Files.isRegularFile(wrapper)
                    && Files.isExecutable(wrapper)
                    && OwnFolder.objection(folder).isEmpty()
                    && isBelieved(wrapper)) {
                return isInRepository(context, folder) ? Optional.of(wrapper) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Tells whether neither the wrapper nor its settings are links, nor could be changed by another user where this one is root. */
    private static boolean isBelieved(Path wrapper) {
        Path settings = wrapper.resolveSibling(SETTINGS);
        return !ThisUser.INSTANCE.isRoot()
                || (!Files.isSymbolicLink(wrapper)
                        && OwnFolder.objectionToEntryItself(wrapper).isEmpty()
                        && !Files.isSymbolicLink(settings)
                        && (!Files.exists(settings)
                                || BelievedSources.objection(settings).isEmpty()));
    }

    private static boolean isInRepository(Path context, Path folder) {
        for (Path above = context; above != null && !above.equals(folder); above = above.getParent()) {
            if (Files.exists(above.resolve(".git"))) {
                return false;
            }
        }
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.exists(above.resolve(".git"))) {
                return true;
            }
        }
        return context.equals(folder);
    }

    @Override
    public void build(Path context, Workplace place) throws IOException {
        OutsideFiles.refuseOfMaven(context);
        String given = System.getenv("MAVEN_OPTS");
        String options = (given == null ? "" : given + " ") + "-XX:-UsePerfData -Djava.io.tmpdir=" + place.temporary();
        Path found = tool(context).orElseThrow();
        Path folder = context.toAbsolutePath().normalize();
        // The copy of a wrapper in the service's folder is the one that the key tells of.
        String tool = (found.startsWith(folder) ? place.folder().resolve(folder.relativize(found)) : found).toString();
        place.run(
                variables(),
                List.of(tool, "-B", "-q", "-ntp", "-Dstyle.color=never", "-DskipTests", "package"),
                Map.of("MAVEN_OPTS", options));
    }
}
