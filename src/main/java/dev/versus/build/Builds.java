package dev.versus.build;

import dev.versus.CacheFolder;
import dev.versus.InvalidInput;
import dev.versus.system.Build;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Builds of services on this host.
 *
 * @param progress takes a sentence before and after each build
 */
public record Builds(Consumer<String> progress) {

    /**
     * Builds the services of a system and returns it as this host runs it. A service without a toolchain runs in its own folder.
     *
     * @throws InvalidInput if a tool is missing, or a command names a path that was not built
     * @throws BuildFailed if a tool fails
     */
    public SystemDefinition of(SystemDefinition system) {
        Map<ServiceBuild, String> builds = new LinkedHashMap<>();
        system.services()
                .forEach(service -> of(service)
                        .ifPresent(build -> builds.merge(build, service.name(), (one, two) -> one + ", " + two)));
        builds.forEach(Builds::requireTool);
        Map<ServiceBuild, Path> homes = new LinkedHashMap<>();
        var made = new AtomicBoolean();
        var noting = new Builds(line -> {
            made.set(true);
            progress.accept(line);
        });
        builds.forEach((build, services) -> homes.put(build, noting.make(build, services)));
        if (!builds.isEmpty() && !made.get()) {
            progress.accept("nothing to build; unchanged since it was built: " + String.join(", ", builds.values()));
        }
        return mapped(system, service -> onThisHost(service, of(service).map(homes::get)));
    }

    /** Returns how a service is built; nothing if it has no build, or no toolchain. */
    public static Optional<ServiceBuild> of(ServiceDefinition service) {
        return Optional.ofNullable(service.build()).flatMap(ServiceBuild::of);
    }

    /** Returns a system in which services run the commands of their Dockerfiles where its Compose files name none. Nothing is built. */
    public static SystemDefinition planned(SystemDefinition system) {
        return mapped(
                system,
                service -> service.build() == null
                        ? service
                        : BuiltService.withCommand(
                                service, ImageRecipe.of(service.build()).last()));
    }

    private static void requireTool(ServiceBuild build, String services) {
        BelievedSources.require(build.build().context(), services);
        build.objection().ifPresent(reason -> {
            throw new InvalidInput("The service " + quoted(services) + " cannot be built: " + reason
                    + BelievedPath.leftOut(System.getenv("PATH")) + "; " + build.mend() + ".");
        });
    }

    /**
     * Builds what services share if that is left to do, and returns the folder of what was built.
     *
     * @param services the names of the services
     * @throws InvalidInput if the tool is missing
     * @throws BuildFailed if the tool fails
     */
    public Path make(ServiceBuild build, String services) {
        requireTool(build, services);
        Path home = build.home();
        try {
            var unused = build.make(home, services, new BuildCache(progress));
            return home;
        } catch (BuildFailed failed) {
            throw failed.ofService(services, build.build().context());
        }
    }

    private static ServiceDefinition onThisHost(ServiceDefinition service, Optional<Path> home) {
        Build build = service.build();
        if (build == null) {
            return service;
        }
        Optional<Toolchain> toolchain = Toolchains.of(build);
        Path built = home.orElse(build.context());
        var paths = new ImagePaths(
                ImageRecipe.of(build), built, toolchain.map(Toolchain::products).orElse(List.of()));
        List<Path> programs = toolchain.map(Toolchain::programs).orElse(List.of()).stream()
                .map(built::resolve)
                .toList();
        return new BuiltService(service, paths, programs).onThisHost();
    }

    private static SystemDefinition mapped(SystemDefinition system, UnaryOperator<ServiceDefinition> change) {
        List<ServiceDefinition> services =
                system.services().stream().map(change).toList();
        return new SystemDefinition(
                system.name(), system.variant(), services, system.networks(), system.volumes(), system.folder());
    }

    private static String quoted(String services) {
        return "'" + services + "'";
    }

    /** Returns the folders that the cache keeps for later launches: what was built, and Python packages. */
    public static List<Path> inCache() {
        return Stream.of(ServiceBuild.NAME, PythonPackages.NAME)
                .flatMap(prefix -> CacheFolder.startingWith(prefix).stream())
                .toList();
    }
}
