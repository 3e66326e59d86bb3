package dev.versus.environment.namespace;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.versus.environment.BoundedProcess;
import dev.versus.system.Mount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The folder from which a runtime runs one replica: what is to run, and all that is written while it does. The image itself is never
 * written to; what is written lies over it.
 *
 * @param folder the replica's folder in the run
 * @param volumes the run's folder of named volumes
 */
record Bundle(Path folder, Path volumes) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration COPYING = Duration.ofMinutes(10);
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    String name() {
        return String.valueOf(folder.getFileName());
    }

    Path root() {
        return folder.resolve("root");
    }

    /** The file that names the container's first process. */
    Path process() {
        return folder.resolve("process");
    }

    Path hosts() {
        return folder.resolve("hosts");
    }

    Path resolver() {
        return folder.resolve("resolv.conf");
    }

    private Path written() {
        return folder.resolve("written");
    }

    private Path aside() {
        return folder.resolve("aside");
    }

    /** The options of the mount that lays what is written over an image. */
    String overlay(Path image) {
        return "lowerdir=" + image + ",upperdir=" + written() + ",workdir=" + aside();
    }

    /** Where a bind or a volume lies on this host. */
    Path source(Mount mount) {
        if (mount.type() == Mount.Type.BIND && mount.source() != null) {
            return Path.of(mount.source());
        }
        return mount.source() == null
                ? folder.resolve("volume" + mount.target().replace('/', '-'))
                : volumes.resolve(mount.source());
    }

    /** Makes the folders and files; a service may change its names as in a container, so that they are copies. */
    void make(ContainerProgram program, Path names) throws IOException {
        for (Path each : List.of(root(), written(), aside())) {
            Files.createDirectories(each);
        }
        Files.copy(names, hosts(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(Path.of("/etc/resolv.conf"), resolver(), StandardCopyOption.REPLACE_EXISTING);
        for (Mount mount : program.service().storage().mounts()) {
            if (mount.type() == Mount.Type.VOLUME) {
                fill(source(mount), program.root().resolve(mount.target()));
            }
        }
    }

    /** A volume begins with what the image has there. Links in it are copied as links, and none is followed. */
    private static void fill(Path volume, Path original) throws IOException {
        if (Files.isDirectory(volume)) {
            return;
        }
        Files.createDirectories(volume);
        if (Files.isDirectory(original)) {
            // By cp, which knows of owners, hard links and extended attributes.
            var cp = new ProcessBuilder("cp", "-a", original + "/.", volume.toString()).redirectErrorStream(true);
            var unused = BoundedProcess.run(cp, COPYING);
        }
    }

    /** Writes what is to run, for the owner's eyes only: it names passwords. */
    void write(Map<String, Object> config) throws IOException {
        Path file = folder.resolve("config.json");
        Files.deleteIfExists(file);
        Files.createFile(file, OWNER_ONLY);
        JSON.writeValue(file.toFile(), config);
    }
}
