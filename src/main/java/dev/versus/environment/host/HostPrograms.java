package dev.versus.environment.host;

import dev.versus.build.Builds;
import dev.versus.build.ServiceBuild;
import dev.versus.environment.Requirement;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Services as programs of this host: an engine if one is known for the image, else the command that the Compose file gives. */
public record HostPrograms(Engines engines, OwnCommand commands) implements Recipes {

    /** Returns the programs of a system at a site, with the engines that Versus knows. */
    public static HostPrograms at(Site site, SystemDefinition system) {
        return new HostPrograms(Engines.builtIn(), new OwnCommand(system, site));
    }

    /** Checks for each service whether its program is on this host, or the tool that builds it. */
    public static List<Requirement> requirements(SystemDefinition system) {
        HostPrograms programs = at(service -> List.of(), Builds.planned(system));
        return programs.commands().system().services().stream()
                .map(programs::requirement)
                .toList();
    }

    /** Builds and unpacks ahead of a launch what a system's services run. */
    public static void prepare(SystemDefinition system, Consumer<String> progress) {
        var unused = new Builds(progress).of(system);
        Engines.builtIn().prepare(system, progress);
    }

    private Requirement requirement(ServiceDefinition service) {
        return Builds.of(service).flatMap(build -> requirement(service, build)).orElseGet(() -> requirementOf(service));
    }

    /** Checks the tool that builds a service; nothing if the tool is there, and the program comes from elsewhere. */
    private static Optional<Requirement> requirement(ServiceDefinition service, ServiceBuild build) {
        return build.objection()
                .map(reason -> Requirement.missing(service.name(), reason, build.mend()))
                .or(() -> Optional.of(Requirement.met(service.name(), build.found()))
                        .filter(met -> build.brings(service.program().commandLine())));
    }

    private Requirement requirementOf(ServiceDefinition service) {
        return of(service)
                .objection(service)
                .map(reason -> Requirement.missing(service.name(), reason, Provision.of(service)))
                .orElseGet(() -> Requirement.met(service.name(), found(service)));
    }

    private String found(ServiceDefinition service) {
        return engines.of(service)
                .map(engine -> service.image() + ", " + engine.found())
                .orElseGet(() -> commands.program(service).map(Path::toString).orElse("")
                        + Builds.of(service).map(build -> ", " + build.found()).orElse(""));
    }

    private Recipes of(ServiceDefinition service) {
        return engines.of(service).<Recipes>map(engine -> engine).orElse(commands);
    }

    @Override
    public Optional<String> objection(ServiceDefinition service) {
        return of(service).objection(service);
    }

    @Override
    public boolean makeHomes() {
        return commands.system().services().stream()
                .anyMatch(service ->
                        engines.of(service).isPresent() || service.program().user() != null);
    }

    @Override
    public List<String> notices() {
        return Stream.concat(
                        commands.notices().stream(),
                        commands.system().services().stream().flatMap(service -> substitution(service).stream()))
                .toList();
    }

    private Optional<String> substitution(ServiceDefinition service) {
        return engines.of(service)
                .filter(engine -> engine.objection(service).isEmpty())
                .flatMap(engine -> engine.substitution(service))
                .map(what -> "'" + service.name() + "' asks for " + service.image() + " and runs " + what + ".");
    }

    @Override
    public Recipe prepare(Replica replica, ReplicaPreparation preparation) throws IOException {
        return of(replica.service()).prepare(replica, preparation);
    }
}
