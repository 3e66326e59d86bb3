package dev.versus.build;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Python: a virtual environment with the packages that {@code requirements.txt} pins, linked as {@code .venv}. */
final class PythonToolchain implements Toolchain {

    private static final String PINNED = "requirements.txt";
    private static final String PROJECT = "pyproject.toml";
    private static final String LINK = ".venv";
    private static final Pattern DEPENDENCIES = Pattern.compile("(?m)^dependencies\\s*=\\s*\\[\\s*[\"']");

    @Override
    public String name() {
        return "python";
    }

    @Override
    public List<String> files() {
        return List.of(PINNED, PROJECT);
    }

    @Override
    public ToolVariables variables() {
        return ToolVariables.PYTHON;
    }

    @Override
    public List<String> products() {
        return List.of(LINK);
    }

    @Override
    public List<String> programs() {
        return List.of(LINK + "/" + PythonPackages.PROGRAMS);
    }

    @Override
    public Optional<Missing> missing(Path context) {
        return OnPath.find("python3").isPresent()
                ? Optional.empty()
                : Optional.of(new Missing(
                        "Python is not installed: there is no python3 on the PATH", "./versus provision python"));
    }

    @Override
    public String found(Path context) {
        return "Python packages by "
                + OnPath.find("python3").map(Path::toString).orElse(name());
    }

    @Override
    public String identity(Path context) {
        return String.valueOf(packages(context).home().getFileName());
    }

    private static PythonPackages packages(Path context) {
        return PythonPackages.pinnedBy(context.resolve(PINNED)).orElseThrow();
    }

    @Override
    public boolean prepare(Path context, BuildCache cache) {
        return packages(context).install(cache);
    }

    @Override
    public boolean isWhole(Path built) {
        return Files.isDirectory(built.resolve(LINK));
    }

    @Override
    public void build(Path context, Workplace place) throws IOException {
        requirePinned(context);
        Files.createSymbolicLink(place.folder().resolve(LINK), packages(context).home());
    }

    private static void requirePinned(Path context) throws IOException {
        boolean asks = !Files.exists(context.resolve(PINNED))
                && DEPENDENCIES
                        .matcher(Files.readString(context.resolve(PROJECT)))
                        .find();
        if (asks) {
            throw new InvalidInput(
                    context.resolve(PROJECT) + " asks for packages, and no requirements.txt beside it pins them;"
                            + " write it by pip-compile --generate-hashes -o requirements.txt pyproject.toml.");
        }
    }
}
