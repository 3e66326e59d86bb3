package dev.versus.environment.namespace;

import dev.versus.EnvironmentFacts;
import dev.versus.environment.Made;
import dev.versus.environment.RunId;
import dev.versus.environment.host.Replica;
import dev.versus.environment.host.ReplicaGroups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * File systems from images: each replica gets the root file system of its service's image. So it runs the same programs as a container of
 * Docker, with the same runtime, user and capabilities.
 *
 * @param folder the run's folder, which holds everything that is written
 * @param programs by service
 */
record ImageFiles(RunId run, Path folder, Runc runc, Map<String, ContainerProgram> programs) implements FileSystems {

    ImageFiles {
        programs = Map.copyOf(programs);
    }

    private ContainerProgram program(String service) {
        return Optional.ofNullable(programs.get(service)).orElseThrow();
    }

    private Bundle bundle(Replica replica) {
        return new Bundle(folder.resolve("work").resolve(replica.name()), folder.resolve(Bundle.VOLUMES));
    }

    /** The runtime makes a cgroup in every hierarchy, even in those that count nothing. */
    @Override
    public List<Made> cgroups(ReplicaGroups groups, List<String> replicas) {
        return groups.madeEverywhere(replicas);
    }

    @Override
    public void prepare(Replica replica, Place place) throws IOException {
        ContainerProgram program = program(replica.service().name());
        Bundle bundle = bundle(replica);
        bundle.make(program, place.hosts());
        bundle.write(new RuntimeConfig(program, run, place).of(bundle));
    }

    /** Returns the command of the runtime. The bundle holds the replica's own command. */
    @Override
    public List<String> starting(Replica replica, Place place, List<String> command) {
        return runc.start(
                bundle(replica), program(replica.service().name()).root().folder());
    }

    @Override
    public List<String> joining(Replica replica, Place place, List<String> command) {
        return runc.join(bundle(replica), command);
    }

    @Override
    public OptionalLong program(Replica replica) {
        try {
            return OptionalLong.of(
                    Long.parseLong(Files.readString(bundle(replica).process()).strip()));
        } catch (IOException | NumberFormatException notYet) {
            return OptionalLong.empty();
        }
    }

    @Override
    public Map<String, String> traits(Replica replica) {
        Map<String, String> traits =
                new TreeMap<>(program(replica.service().name()).traits());
        traits.put(EnvironmentFacts.FILE_SYSTEM, "the image's");
        return traits;
    }
}
