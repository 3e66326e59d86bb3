package dev.versus.environment.namespace;

import dev.versus.environment.RunId;
import dev.versus.environment.host.Replica;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Each replica with the root file system of its service's image, so that it runs the very programs that a container of it would, as the
 * same user and with the same capabilities.
 *
 * @param folder the run's folder, in which everything lies that is written
 * @param programs by service
 */
record ImageFiles(RunId run, Path folder, Tools tools, Map<String, ContainerProgram> programs) implements FileSystems {

    private static final String JOIN = "read -r pid <\"$1\" && enter=$2 && shift 2"
            + " && exec \"$enter\" --target \"$pid\" --mount --uts --net --root --wd -- \"$@\"";

    ImageFiles {
        programs = Map.copyOf(programs);
    }

    ContainerProgram program(Replica replica) {
        return Optional.ofNullable(programs.get(replica.service().name())).orElseThrow();
    }

    @Override
    public boolean areApart() {
        return true;
    }

    @Override
    public void prepare(Replica replica, Place place) throws IOException {
        Files.createDirectories(work(replica));
        Files.writeString(entrance(replica), script(replica).text(program(replica), place));
    }

    private Path entrance(Replica replica) {
        return work(replica).resolve("enter");
    }

    @Override
    public List<String> entry(Replica replica, Place place) {
        var words = new ArrayList<>(List.of("/bin/sh", entrance(replica).toString()));
        words.addAll(program(replica).confined(run));
        return words;
    }

    private MountScript script(Replica replica) {
        return new MountScript(program(replica).root(), work(replica), folder.resolve("volumes"));
    }

    private Path work(Replica replica) {
        return folder.resolve("work").resolve(replica.name());
    }

    @Override
    public List<String> joining(Replica replica) {
        var words = new ArrayList<>(List.of("/bin/sh", "-c", JOIN, "versus-join"));
        words.addAll(
                List.of(script(replica).process().toString(), tools.nsenter().toString()));
        words.addAll(program(replica).confined(run));
        return words;
    }

    @Override
    public Map<String, String> traits(Replica replica) {
        Map<String, String> traits = new TreeMap<>(program(replica).traits());
        traits.put("isolation.file-system", "the image's");
        return traits;
    }
}
