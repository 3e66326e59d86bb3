package dev.versus.environment.host;

import dev.versus.Kept;
import dev.versus.build.Builds;
import dev.versus.environment.StateUnusable;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Known engines. */
public record Engines(List<Engine> known) {

    public Engines {
        known = List.copyOf(known);
    }

    /** Returns the engines that Versus knows: PostgreSQL, Redis and nginx. */
    public static Engines builtIn() {
        return new Engines(List.of(new PostgresEngine(), new RedisEngine(), new NginxEngine()));
    }

    /** Returns the engine that a service runs; nothing if it is not a known one. */
    public Optional<Engine> of(ServiceDefinition service) {
        return known.stream().filter(engine -> engine.runs(service)).findFirst();
    }

    /** Unpacks ahead of a launch what a system's services run. */
    void prepare(SystemDefinition system, Consumer<String> progress) {
        unpackFor(system).ifPresent(home -> progress.accept("unpacked the programs of PostgreSQL in " + home));
    }

    private Optional<Path> unpackFor(SystemDefinition system) {
        boolean asked = system.services().stream()
                .flatMap(service -> of(service).stream())
                .anyMatch(PostgresEngine.class::isInstance);
        try {
            return asked ? PostgresBinaries.unpackAhead() : Optional.empty();
        } catch (IOException failed) {
            throw new StateUnusable(Path.of(System.getProperty("user.home", "")), failed);
        }
    }

    /** Returns what was made for later launches: unpacked programs of PostgreSQL, services and Python packages. */
    public static List<Kept> kept() {
        return Stream.concat(
                        PostgresBinaries.inCache().stream()
                                .map(home -> Kept.folder("the programs of PostgreSQL", home)),
                        Builds.inCache().stream().map(home -> Kept.folder("what was built", home)))
                .toList();
    }

    /**
     * Tells whether a service has the official image of that name, and a command that runs the image's program or only adds options to it.
     */
    static boolean isImage(ServiceDefinition service, String name, String program) {
        String image = service.image() == null ? "" : service.image();
        boolean named = Pattern.matches("(?:docker\\.io/)?(?:library/)?" + name + "(?:[:@].*)?", image);
        List<String> command = service.program().commandLine();
        boolean own = command.isEmpty()
                || command.get(0).equals(program)
                || command.get(0).startsWith("-");
        return named && own && service.build() == null;
    }

    /** Returns the options that a service's command gives to the program. */
    static List<String> options(ServiceDefinition service, String program) {
        List<String> command = service.program().commandLine();
        return !command.isEmpty() && command.get(0).equals(program) ? command.subList(1, command.size()) : command;
    }
}
