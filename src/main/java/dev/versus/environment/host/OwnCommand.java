package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Service that runs the command of its Compose file, with addresses as the site rewrites them. */
public record OwnCommand(SystemDefinition system, Site site) implements Recipes {

    @Override
    public Optional<String> objection(ServiceDefinition service) {
        List<String> command = service.program().commandLine();
        if (command.isEmpty()) {
            return Optional.of("has no command, and its image is not run as a program (postgres, redis, nginx are);"
                    + " give it a command that runs on this host, for example in a variant");
        }
        return program(service).isPresent()
                ? Optional.empty()
                : Optional.of("runs '" + command.get(0) + "', which is neither on the PATH nor in " + folder(service)
                        + "; install it, or choose a variant that does without it");
    }

    /** Returns the file of the program that the service's command runs. */
    Optional<Path> program(ServiceDefinition service) {
        return service.program().commandLine().stream()
                .findFirst()
                .flatMap(program -> Programs.find(program, folder(service)));
    }

    @Override
    public List<String> notices() {
        return system.services().stream()
                .filter(service -> Engines.builtIn().of(service).isEmpty())
                .flatMap(service -> named(service).stream())
                .flatMap(named -> named.notices().stream())
                .toList();
    }

    private Optional<NamedUser> named(ServiceDefinition service) {
        return program(service)
                .map(program -> new NamedUser(
                        service,
                        new NamedFiles(
                                program,
                                folder(service),
                                service.program().commandLine(),
                                service.program().environment().values())));
    }

    @Override
    public Recipe prepare(Replica replica, ReplicaPreparation preparation) throws IOException {
        ServiceDefinition service = replica.service();
        Path folder = folder(service);
        var command = new ArrayList<>(site.words(replica, service.program().commandLine()));
        Programs.find(command.get(0), folder).ifPresent(program -> command.set(0, program.toString()));
        Map<String, String> environment =
                new HashMap<>(site.variables(replica, service.program().environment()));
        RunAs runAs = runAs(service, preparation, environment);
        return new Recipe(command, environment, folder, stopSignal(service, "TERM")).as(runAs);
    }

    /**
     * Returns how the service's commands run. A user other than root gets its own {@code HOME} and log, because those of root are closed to
     * it.
     */
    private RunAs runAs(ServiceDefinition service, ReplicaPreparation preparation, Map<String, String> environment)
            throws IOException {
        Optional<NamedUser> named = named(service).filter(NamedUser::isAnother);
        if (named.isEmpty()) {
            return RunAs.SAME;
        }
        ReplicaFolder home = preparation.home(companions(service));
        HostUser user = home.user();
        Optional<RunAs> runAs = user == null ? Optional.empty() : named.get().runAs(user);
        if (runAs.isPresent()) {
            environment.putIfAbsent("HOME", home.folder().toString());
            preparation.giveLog(home);
        }
        return runAs.orElse(RunAs.SAME);
    }

    /**
     * Returns the replicas that run as the same user as those of a service: services that share memory and name the same user in the Compose
     * file, so that what one of them makes for its user alone is open to the others.
     */
    private List<String> companions(ServiceDefinition service) {
        return system.sharingMemory(service).stream()
                .filter(other ->
                        Objects.equals(other.program().user(), service.program().user()))
                .flatMap(other ->
                        IntStream.rangeClosed(1, other.replicas()).mapToObj(number -> other.name() + "-" + number))
                .toList();
    }

    /**
     * Returns the service's folder: its working directory if that exists here, else the build context of its image, else the system's
     * folder.
     */
    private Path folder(ServiceDefinition service) {
        String named = service.program().workingDir();
        if (named != null && Files.isDirectory(system.folder().resolve(named))) {
            return system.folder().resolve(named);
        }
        return service.build() != null && Files.isDirectory(service.build().context())
                ? service.build().context()
                : system.folder();
    }

    static String stopSignal(ServiceDefinition service, String usual) {
        String signal = service.lifecycle().stopSignal();
        return signal == null ? usual : signal.toUpperCase(Locale.ROOT).replaceFirst("^SIG", "");
    }
}
