package dev.versus.build;

import dev.versus.InvalidInput;
import dev.versus.system.Build;
import java.util.List;
import java.util.Optional;

/** Toolchains that Versus knows. */
final class Toolchains {

    /** All of them; the first that recognises a folder builds it. */
    static final List<Toolchain> ALL =
            List.of(new MavenToolchain(), new GoToolchain(), new NpmToolchain(), new PythonToolchain());

    private static final String NONE = "none";

    private Toolchains() {}

    /** Returns the toolchain that a Compose file names, else the one that recognises the build's folder; nothing if none does. */
    static Optional<Toolchain> of(Build build) {
        String named = build.toolchain();
        if (named == null) {
            return recognised(build);
        }
        return named.equals(NONE) ? Optional.empty() : Optional.of(named(named, build));
    }

    /** Returns the toolchain whose file is in the folder; of several, the one whose files the Dockerfile copies. */
    private static Optional<Toolchain> recognised(Build build) {
        List<Toolchain> recognised = ALL.stream()
                .filter(one -> Sources.holdsAny(build.context(), one.files()))
                .toList();
        return recognised.size() == 1
                ? Optional.of(recognised.get(0))
                : recognised.stream()
                        .filter(one -> isUsed(one, ImageRecipe.of(build)))
                        .findFirst()
                        .or(() -> recognised.stream().findFirst());
    }

    private static boolean isUsed(Toolchain one, ImageRecipe image) {
        return image.allSources()
                .anyMatch(source -> one.files().contains(source)
                        || one.products().stream()
                                .anyMatch(product -> source.equals(product) || source.startsWith(product + "/")));
    }

    private static Toolchain named(String name, Build build) {
        return ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("'x-versus: build' of the service built from " + build.context()
                        + " names '"
                        + name + "'; known are "
                        + String.join(", ", ALL.stream().map(Toolchain::name).toList())
                        + ", and none to run the service as it is."));
    }
}
