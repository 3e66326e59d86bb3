package dev.versus.build;

import dev.versus.CacheFolder;
import dev.versus.Digest;
import dev.versus.InvalidInput;
import dev.versus.ReadableTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Python packages that a file pins, in a virtual environment of the user's cache. The name of its folder is a digest of the file, of those
 * that it includes, and of the interpreter, so that services with the same packages share it. One that exists needs no network.
 *
 * @param requirements the file that pins the packages, with their hashes; it need not exist if there are none
 * @param interpreter the Python of this host that makes the virtual environment
 * @param home the folder of the virtual environment, which need not exist yet
 */
public record PythonPackages(Path requirements, Path interpreter, Path home) {

    static final String NAME = "python-";
    static final String PROGRAMS = "bin";

    private static final String IDENTITY =
            "import sys, sysconfig; print(sys.base_prefix, sys.version, sysconfig.get_platform())";

    /** Returns the packages that a file pins; nothing if there is no Python on this host. */
    public static Optional<PythonPackages> pinnedBy(Path requirements) {
        return OnPath.find("python3")
                .map(interpreter -> new PythonPackages(
                        requirements,
                        interpreter,
                        CacheFolder.ofUser().resolve(NAME + key(requirements, identity(interpreter)))));
    }

    private static String identity(Path interpreter) {
        return ToolVariables.PYTHON.answer(List.of(interpreter.toString(), "-I", "-c", IDENTITY));
    }

    private static String key(Path requirements, String identity) {
        try {
            var about = new StringBuilder(identity);
            for (Path file : Files.isRegularFile(requirements) ? PinningFiles.of(requirements) : Set.<Path>of()) {
                about.append('\n').append(Digest.of(Files.readAllBytes(file)));
            }
            return Digest.of(about.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the interpreter that has the packages. */
    public Path python() {
        return home.resolve(PROGRAMS).resolve("python");
    }

    /**
     * Installs the packages if they are not installed yet, and tells whether it did.
     *
     * @throws InvalidInput if the file pins packages without their hashes
     * @throws BuildFailed if they cannot be installed
     */
    public boolean install() {
        return install(new BuildCache(line -> {}));
    }

    boolean install(BuildCache cache) {
        return cache.once(home, place -> {
            cache.progress().accept("installing the Python packages of " + requirements);
            make(place);
            if (pinnedBy(requirements).filter(this::equals).isEmpty()) {
                throw new InvalidInput(requirements + " changed while its packages were installed; try again.");
            }
        });
    }

    private void make(Workplace place) throws IOException {
        Files.createDirectory(place.folder());
        place.run(
                ToolVariables.PYTHON,
                List.of(interpreter.toString(), "-m", "venv", place.folder().toString()),
                Map.of());
        if (Files.isRegularFile(requirements)) {
            requireHashes();
            String python = place.folder().resolve(PROGRAMS).resolve("python").toString();
            List<String> pip = List.of(
                    "pip install --quiet --no-input --disable-pip-version-check --require-hashes --only-binary :all: -r"
                            .split(" ", -1));
            place.run(
                    ToolVariables.PYTHON,
                    Stream.of(
                                    List.of(python, "-m"),
                                    pip,
                                    List.of(requirements.toAbsolutePath().toString()))
                            .flatMap(List::stream)
                            .toList(),
                    Map.of());
            rename(place.folder());
        }
        ReadableTree.settle(place.folder());
    }

    private void requireHashes() throws IOException {
        String text = Files.readString(requirements);
        boolean pins = text.lines().anyMatch(line -> line.strip().matches("[A-Za-z0-9].*"));
        if (pins && !text.contains("--hash=")) {
            throw new InvalidInput(
                    requirements + " pins packages without hashes, and only packages of a known content are installed;"
                            + " write it by pip-compile --generate-hashes, or give the service x-versus: {build:"
                            + " none}.");
        }
    }

    /** Lets the programs that pip has written name the interpreter at its final place. */
    private void rename(Path made) throws IOException {
        try (Stream<Path> programs = Files.list(made.resolve(PROGRAMS))) {
            for (Path program : programs.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
                    .toList()) {
                String text = Files.readString(program, StandardCharsets.ISO_8859_1);
                if (text.startsWith("#!") && text.contains(made.toString())) {
                    Files.writeString(
                            program, text.replace(made.toString(), home.toString()), StandardCharsets.ISO_8859_1);
                }
            }
        }
    }
}
