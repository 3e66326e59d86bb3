package dev.versus.environment.process;

import dev.versus.system.ServiceDefinition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The engines that are known. */
record Engines(List<Engine> known) {

    Engines {
        known = List.copyOf(known);
    }

    static Engines builtIn() {
        return new Engines(List.of(new PostgresEngine(), new RedisEngine()));
    }

    Optional<Engine> of(ServiceDefinition service) {
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
