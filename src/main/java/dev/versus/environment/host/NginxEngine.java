package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The nginx of this host, with the configuration that is mounted for its image. It writes only to the replica's folder. */
final class NginxEngine implements Engine {

    private static final String PROGRAM = "nginx";
    private static final String CONFIGURATION = "/etc/nginx/nginx.conf";
    private static final int PORT = 80;

    @Override
    public boolean runs(ServiceDefinition service) {
        return Engines.isImage(service, PROGRAM, PROGRAM);
    }

    @Override
    public int port() {
        return PORT;
    }

    @Override
    public String found() {
        return program().map(Path::toString).orElse("");
    }

    @Override
    public Optional<String> objection(ServiceDefinition service) {
        if (program().isEmpty()) {
            return Optional.of("runs 'nginx', which is neither on the PATH nor in /usr/sbin;"
                    + " install it (Debian: apt-get install nginx-light), or choose a variant that does without it");
        }
        return configuration(service).filter(Files::isReadable).isPresent()
                ? Superuser.objection()
                : Optional.of("needs a file that can be read, mounted at " + CONFIGURATION);
    }

    private static Optional<Path> program() {
        return Programs.ofAdministrator(PROGRAM);
    }

    private static Optional<Path> configuration(ServiceDefinition service) {
        return service.storage().mounts().stream()
                .filter(mount -> mount.target().equals(CONFIGURATION))
                .flatMap(mount -> Stream.ofNullable(mount.source()))
                .map(Path::of)
                .findFirst();
    }

    @Override
    public Map<String, String> configuration(Replica replica, Site site) throws IOException {
        Optional<Path> mounted = configuration(replica.service());
        return mounted.isPresent()
                ? Map.of(CONFIGURATION, new NginxConfiguration(Files.readString(mounted.get())).worded(replica, site))
                : Map.of();
    }

    @Override
    public Recipe prepare(Replica replica, Workshop workshop) throws IOException {
        ServiceDefinition service = replica.service();
        Home home = workshop.home();
        Path folder = home.folder();
        Path program = program().orElseThrow(() -> new IOException("nginx has gone"));
        Path mounted = configuration(service).orElseThrow(() -> new IOException(CONFIGURATION + " has gone"));
        var text = new NginxConfiguration(Files.readString(mounted)).at(replica, workshop.site(), folder);
        Path own = home.write("nginx.conf", text);
        var command = new ArrayList<>(List.of(program.toString(), "-e", "stderr", "-p", folder.toString()));
        command.addAll(List.of("-c", own.toString()));
        command.addAll(foreground(Engines.options(service, PROGRAM), text));
        Map<String, String> environment = new HashMap<>(home.variables());
        environment.putAll(service.program().environment());
        return new Recipe(command, environment, folder, OwnCommand.stopSignal(service, "QUIT"))
                .as(home.runAs(replica.rights()));
    }

    /** Keeps nginx in the foreground, as the image's default command does. */
    private static List<String> foreground(List<String> options, String text) {
        return options.isEmpty() && !NginxConfiguration.sets(text, "daemon") ? List.of("-g", "daemon off;") : options;
    }
}
