package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The engines that are known. */
public record Engines(List<Engine> known) {

    public Engines {
        known = List.copyOf(known);
    }

    public static Engines builtIn() {
        return new Engines(List.of(new PostgresEngine(), new RedisEngine()));
    }

    public Optional<Engine> of(ServiceDefinition service) {
        return known.stream().filter(engine -> engine.runs(service)).findFirst();
    }

    /** Whether the image is an official one of that name and its command runs that program, or only gives it options. */
    static boolean isImage(ServiceDefinition service, String name, String program) {
        String image = service.image() == null ? "" : service.image();
        boolean named = Pattern.matches("(?:docker\\.io/)?(?:library/)?" + name + "(?:[:@].*)?", image);
        List<String> command = service.program().commandLine();
        boolean own = command.isEmpty()
                || command.get(0).equals(program)
                || command.get(0).startsWith("-");
        return named && own && service.build() == null;
    }

    /** What the command adds to the program's own options. */
    static List<String> options(ServiceDefinition service, String program) {
        List<String> command = service.program().commandLine();
        return !command.isEmpty() && command.get(0).equals(program) ? command.subList(1, command.size()) : command;
    }
}
