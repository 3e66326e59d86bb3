package dev.versus.build;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** npm: the packages that {@code package-lock.json} pins, and then the script {@code build} if there is one. */
final class NpmToolchain implements Toolchain {

    @Override
    public String name() {
        return "npm";
    }

    @Override
    public List<String> files() {
        return List.of("package.json");
    }

    @Override
    public ToolVariables variables() {
        return ToolVariables.NPM;
    }

    @Override
    public List<String> products() {
        return List.of("node_modules", "dist");
    }

    /** Leaves {@code dist} to the sources where no script makes it. */
    @Override
    public List<String> madeIn(Path folder) {
        return hasScript(folder.resolve("package.json")) ? products() : List.of("node_modules");
    }

    private static boolean hasScript(Path file) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).matches("(?s).*\"build\"\\s*:.*");
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public Optional<Missing> missing(Path context) {
        return OnPath.find("npm").isPresent() && OnPath.find("node").isPresent()
                ? Optional.empty()
                : Optional.of(new Missing("Node.js or npm is not installed", "apt-get install nodejs npm"));
    }

    @Override
    public String found(Path context) {
        return "npm by " + OnPath.find(name()).map(Path::toString).orElse(name());
    }

    @Override
    public String identity(Path context) {
        return Stream.of("node", name())
                .flatMap(tool -> OnPath.find(tool).stream())
                .map(tool -> variables().answer(List.of(tool.toString(), "--version")))
                .collect(Collectors.joining());
    }

    @Override
    public void build(Path context, Workplace place) throws IOException {
        if (!Sources.holdsAny(place.folder(), List.of("package-lock.json", "npm-shrinkwrap.json"))) {
            throw new InvalidInput(context.resolve("package.json")
                    + " has no package-lock.json beside it, which pins its packages; make one by npm install"
                    + " --package-lock-only.");
        }
        String npm = OnPath.find(name()).orElseThrow().toString();
        Map<String, String> plain = Map.of("NO_COLOR", "1", "NO_UPDATE_NOTIFIER", "1");
        place.run(variables(), List.of(npm, "ci", "--no-audit", "--no-fund", "--prefer-offline"), plain);
        place.run(variables(), List.of(npm, "run", "build", "--if-present"), plain);
        Files.createDirectories(place.folder().resolve("node_modules"));
    }
}
