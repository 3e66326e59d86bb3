package dev.versus.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Go: all programs of the module go to {@code bin/}. They are linked statically, so that they run in any image, unless
 * {@code CGO_ENABLED} says otherwise.
 */
final class GoToolchain implements Toolchain {

    private static final String BIN = "bin";
    private static final String STATIC = "0";

    @Override
    public String name() {
        return "go";
    }

    @Override
    public List<String> files() {
        return List.of("go.mod");
    }

    @Override
    public ToolVariables variables() {
        return ToolVariables.GO;
    }

    @Override
    public List<String> products() {
        return List.of(BIN);
    }

    @Override
    public List<String> programs() {
        return List.of(BIN);
    }

    @Override
    public Optional<Missing> missing(Path context) {
        return OnPath.find(name()).isPresent()
                ? Optional.empty()
                : Optional.of(new Missing("Go is not installed", "./versus provision go"));
    }

    @Override
    public String found(Path context) {
        return "Go by " + OnPath.find(name()).map(Path::toString).orElse(name());
    }

    @Override
    public String identity(Path context) {
        String folder = context.toAbsolutePath().toString();
        return OnPath.find(name())
                        .map(go -> variables()
                                .answer(List.of(
                                        go.toString(),
                                        "-C",
                                        folder,
                                        "env",
                                        "GOVERSION",
                                        "GOOS",
                                        "GOARCH",
                                        "GOAMD64",
                                        "GOEXPERIMENT")))
                        .orElse("")
                + cgo();
    }

    private static String cgo() {
        return System.getenv().getOrDefault("CGO_ENABLED", STATIC);
    }

    @Override
    public void build(Path context, Workplace place) throws IOException {
        OutsideFiles.refuseOfGo(context);
        Files.createDirectories(place.folder().resolve(BIN));
        place.run(
                variables(),
                List.of(OnPath.find(name()).orElseThrow().toString(), "build", "-o", BIN + "/", "./..."),
                Map.of("GOFLAGS", "-trimpath -mod=readonly -buildvcs=false", "CGO_ENABLED", cgo()));
    }
}
