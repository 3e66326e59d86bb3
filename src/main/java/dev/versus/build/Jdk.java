package dev.versus.build;

import dev.versus.OwnFolder;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** JDK of this host. The newest one builds and runs JVM services. */
public record Jdk(Path home, Runtime.Version version) {

    /** The property by which Maven was told which JDK to run Versus with; services then use the same one. */
    private static final String CHOSEN = "versus.jdk";

    private static final Path OWN = Path.of(System.getProperty("java.home"));
    private static final Comparator<Jdk> BY_VERSION =
            Comparator.comparing(Jdk::version, Runtime.Version::compareToIgnoreOptional);
    private static final Jdk NEWEST = System.getProperty(CHOSEN) == null ? findNewest() : own();

    /** Returns the newest JDK of this host that no other user could have changed; the JDK that runs Versus if none is newer. */
    public static Jdk newest() {
        return NEWEST;
    }

    /**
     * Returns the PATH of services and of their builds: the programs of the newest JDK, then those of this JVM's PATH; for root without
     * folders that another user could change.
     */
    public static String path() {
        return NEWEST.home.resolve("bin") + File.pathSeparator + BelievedPath.OF_THIS_JVM;
    }

    private static Jdk own() {
        return new Jdk(OWN, Runtime.version());
    }

    private static Jdk findNewest() {
        return Stream.concat(named(), installed())
                .flatMap(home -> of(home).stream())
                .reduce(own(), (best, next) -> BY_VERSION.compare(next, best) > 0 ? next : best);
    }

    /** Lists the JDKs that variables name, such as {@code JAVA_HOME} or {@code JAVA_HOME_25_X64}. */
    private static Stream<Path> named() {
        return System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                .map(Map.Entry::getValue)
                .filter(home -> !home.isBlank())
                .map(Path::of);
    }

    /** Lists the JDKs in the folders where packages, SDKMAN and IDEs install them. */
    private static Stream<Path> installed() {
        Path home = Path.of(System.getProperty("user.home", ""));
        return Stream.of(
                        Path.of("/usr/lib/jvm"),
                        Path.of("/opt/java"),
                        Path.of("/Library/Java/JavaVirtualMachines"),
                        home.resolve(".sdkman/candidates/java"),
                        home.resolve(".jdks"))
                .flatMap(Jdk::entries)
                .flatMap(entry -> Stream.of(entry, entry.resolve("Contents/Home")));
    }

    private static Stream<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList().stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }

    private static Optional<Jdk> of(Path named) {
        var properties = new Properties();
        try {
            Path home = named.toRealPath();
            if (!Files.isExecutable(home.resolve("bin/javac"))
                    || OwnFolder.objectionToPlace(home.resolve("bin/java")).isPresent()) {
                return Optional.empty();
            }
            try (Reader release = Files.newBufferedReader(home.resolve("release"))) {
                properties.load(release);
            }
            String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
            return Optional.of(new Jdk(home, Runtime.Version.parse(version)));
        } catch (IOException | IllegalArgumentException noJdk) {
            return Optional.empty();
        }
    }
}
