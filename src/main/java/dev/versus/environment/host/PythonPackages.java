package dev.versus.environment.host;

import dev.versus.CacheFolder;
import dev.versus.Digest;
import dev.versus.InvalidInput;
import dev.versus.ProjectFolder;
import dev.versus.ShortCommand;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Python packages that a system pins in its {@code requirements.txt}, in a virtual environment of the user's cache. The name of its folder
 * is a digest of the pinned packages and of the interpreter, so that a change of either makes a new one. One that exists needs no network.
 *
 * @param requirements the file that pins the packages, with their hashes
 * @param interpreter the Python of this host that makes the virtual environment
 * @param home the folder of the virtual environment, which need not exist yet
 */
public record PythonPackages(Path requirements, Path interpreter, Path home) {

    private static final String FILE = "requirements.txt";
    private static final String PYTHON = "python3";
    private static final String IDENTITY =
            "import sys, sysconfig; print(sys.base_prefix, sys.version, sysconfig.get_platform())";
    private static final String NAME = "python-";

    /**
     * Returns the variable {@code <SYSTEM>_PYTHON}, for the Compose files of a system that has a {@code requirements.txt}: the interpreter
     * that has the packages.
     */
    public static Map<String, String> variables(String system) {
        Path folder = ProjectFolder.services().resolve(system);
        String name = system.toUpperCase(Locale.ROOT).replace('-', '_') + "_PYTHON";
        return pinnedBy(folder.resolve(FILE))
                .map(packages -> Map.of(name, packages.python().toString()))
                .orElse(Map.of());
    }

    /** Returns the packages that a file pins; nothing if there is no such file, or no Python on this host. */
    public static Optional<PythonPackages> pinnedBy(Path requirements) {
        return Files.isRegularFile(requirements)
                ? Programs.find(PYTHON, Path.of("")).flatMap(interpreter -> pinnedBy(requirements, interpreter))
                : Optional.empty();
    }

    private static Optional<PythonPackages> pinnedBy(Path requirements, Path interpreter) {
        return ShortCommand.run(List.of(interpreter.toString(), "-c", IDENTITY))
                .map(identity -> new PythonPackages(
                        requirements, interpreter, CacheFolder.ofUser().resolve(NAME + key(requirements, identity))));
    }

    private static String key(Path requirements, String identity) {
        try {
            return Digest.of(Files.readAllBytes(requirements), identity.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Installs the packages of a system if a command of it runs their interpreter and they are not installed yet.
     *
     * @return whether something was installed
     * @throws InvalidInput if they cannot be installed, with how to mend it
     */
    public static boolean install(SystemDefinition system) {
        return of(system)
                .filter(packages -> packages.areUsedBy(system))
                .filter(PythonPackages::install)
                .isPresent();
    }

    /** Returns the packages of a system; nothing if it pins none. */
    static Optional<PythonPackages> of(SystemDefinition system) {
        return pinnedBy(system.folder().resolve(FILE));
    }

    /** Returns the virtual environments of all systems that the cache keeps for later launches. */
    static List<Path> inCache() {
        return CacheFolder.startingWith(NAME);
    }

    private boolean areUsedBy(SystemDefinition system) {
        String python = python().toString();
        return system.services().stream()
                .anyMatch(service -> service.program().commandLine().contains(python));
    }

    /** Returns the interpreter that has the packages. */
    public Path python() {
        return home.resolve("bin").resolve("python");
    }

    /** Installs the packages if they are not installed yet, and tells whether it did. */
    public boolean install() {
        if (Files.isDirectory(home)) {
            return false;
        }
        new VirtualEnvironment(this).make();
        return true;
    }
}
