package dev.versus.environment.namespace;

import dev.versus.environment.host.Recipe;
import dev.versus.environment.host.Recipes;
import dev.versus.environment.host.Replica;
import dev.versus.environment.host.Workshop;
import dev.versus.system.Confinement;
import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Recipes for services that run the programs of their images. */
record ImagePrograms(Map<String, ContainerProgram> programs) implements Recipes {

    ImagePrograms {
        programs = Map.copyOf(programs);
    }

    @Override
    public Optional<String> objection(ServiceDefinition service) {
        ContainerProgram program = of(service);
        if (program.command().isEmpty()) {
            return Optional.of(
                    "has no command, and its image " + program.image().reference() + " has none either; give it one");
        }
        Confinement confinement = service.confinement();
        return Stream.concat(confinement.capAdd().stream(), confinement.capDrop().stream())
                .filter(name -> !Capabilities.isOne(name))
                .findFirst()
                .map(name -> "names the capability '" + name + "', which Linux does not have");
    }

    private ContainerProgram of(ServiceDefinition service) {
        return Optional.ofNullable(programs.get(service.name())).orElseThrow();
    }

    @Override
    public Recipe prepare(Replica replica, Workshop workshop) throws IOException {
        ContainerProgram program = of(replica.service());
        return new Recipe(program.command(), Map.of(), workshop.folder(), program.stopSignal());
    }
}
