package dev.versus.build;

import dev.versus.CacheFolder;
import dev.versus.Digest;
import dev.versus.FileTree;
import dev.versus.InvalidInput;
import dev.versus.ReadableTree;
import dev.versus.system.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Build of a service on this host, from a private copy of its folder. The result is a folder of the cache, named by a digest of the sources
 * and of the tool.
 */
public record ServiceBuild(Build build, Toolchain toolchain) {

    static final String NAME = "built-";

    /** The version of the commands by which tools build; another one builds all anew. */
    private static final String RECIPE = "1";

    /** Returns how a service is built; nothing if no toolchain is named and none recognises its folder. */
    public static Optional<ServiceBuild> of(Build build) {
        return Toolchains.of(build).map(toolchain -> new ServiceBuild(build, toolchain));
    }

    /** Returns the tool that builds, in a few words. */
    public String found() {
        return toolchain.found(build.context());
    }

    /** Returns why the service cannot be built here; nothing if it can. */
    public Optional<String> objection() {
        return toolchain.missing(build.context()).map(Toolchain.Missing::what);
    }

    /** Returns the command that installs what is missing; empty if nothing is. */
    public String mend() {
        return toolchain.missing(build.context()).map(Toolchain.Missing::mend).orElse("");
    }

    /** Returns the folder of what was built, which need not exist yet. */
    public Path home() {
        return CacheFolder.ofUser().resolve(NAME + key(build.context()));
    }

    private String key(Path folder) {
        try {
            String about = String.join(
                    "\n",
                    toolchain.name(),
                    toolchain.identity(build.context()),
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    toolchain.variables().deciding(System.getenv()).toString(),
                    RECIPE,
                    Sources.of(folder, toolchain).digest());
            return Digest.of(about);
        } catch (IOException unreadable) {
            throw new InvalidInput(
                    "The folder " + build.context() + ", from which a service is built, cannot be read: "
                            + unreadable.getMessage() + ".",
                    unreadable);
        }
    }

    /** Tells whether nothing is left to build. */
    public boolean isMade() {
        Path home = home();
        return FileTree.isKept(home) && toolchain.isWhole(home);
    }

    /** Tells whether the program of a command may be among what is built: one named by a path, or one among packages. */
    public boolean brings(List<String> command) {
        return !command.isEmpty()
                && (command.get(0).contains("/") || !toolchain.programs().isEmpty());
    }

    /** Tells whether the toolchain makes what is at a path of the service's folder. */
    private boolean makes(String path) {
        return toolchain.products().stream().anyMatch(product -> path.equals(product) || path.startsWith(product + "/"))
                || (!path.contains("*") && !Files.exists(build.context().resolve(path)));
    }

    /** Returns the build of a service if the image of the service is made from what it makes; else nothing. */
    public static Optional<ServiceBuild> ofImage(Build build) {
        return of(build).filter(one -> one.sourcesOfImage().findAny().isPresent());
    }

    private Stream<String> sourcesOfImage() {
        return ImageRecipe.of(build).sources().stream().filter(this::makes);
    }

    /** Returns what the image is made from and the toolchain has made, by its paths in the service's folder. */
    public Map<String, Path> productsOfImage(Path built) {
        Map<String, Path> products = new TreeMap<>();
        sourcesOfImage()
                .flatMap(source -> ImagePaths.matching(built.resolve(source)))
                .forEach(product ->
                        products.put(built.relativize(product).toString().replace('\\', '/'), product));
        return products;
    }

    /**
     * Builds the service if that is left to do, and tells whether it did.
     *
     * @param home the folder that is made
     * @param services the services that need it
     */
    boolean make(Path home, String services, BuildCache cache) {
        boolean prepared = toolchain.prepare(build.context(), cache);
        boolean made = cache.once(home, place -> {
            cache.progress().accept("building " + services + " (" + found() + ")");
            long start = System.nanoTime();
            make(home, place);
            double seconds = (System.nanoTime() - start) / 1e9;
            cache.progress().accept(String.format(Locale.ROOT, "built %s in %.1f s", services, seconds));
        });
        return prepared || made;
    }

    private void make(Path home, Workplace place) throws IOException {
        Sources.of(build.context(), toolchain).copyTo(place.folder());
        if (!home.endsWith(NAME + key(place.folder()))) {
            throw new InvalidInput("The folder " + build.context() + " changed while it was copied; try again.");
        }
        toolchain.build(build.context(), place);
        ReadableTree.settle(place.folder(), build.context());
    }
}
