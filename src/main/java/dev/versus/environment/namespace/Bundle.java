package dev.versus.environment.namespace;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.versus.BoundedProcess;
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
 * OCI bundle of one replica: the folder with its configuration and with everything that is written while it runs. The image itself is never
 * written to; changes go to a layer over it.
 *
 * @param folder the replica's folder in the run
 * @param volumes the run's folder of named volumes
 */
record Bundle(Path folder, Path volumes) {

    /** The name of the run's folder of named volumes. */
    static final String VOLUMES = "volumes";

    private static final String FOLDER = "rwxr-xr-x";
    private static final String FILE = "rw-r--r--";
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

    /** Returns the file that holds the id of the container's first process. */
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

    /** Returns the options of the overlay mount that puts a writable layer over an image. */
    String overlay(Path image) {
        return "lowerdir=" + image + ",upperdir=" + written() + ",workdir=" + aside();
    }

    /** Returns the place of a bind mount or volume on this host. */
    Path source(Mount mount) {
        if (mount.type() == Mount.Type.BIND && mount.source() != null) {
            return Path.of(mount.source());
        }
        return mount.source() == null
                ? folder.resolve("volume" + mount.target().replace('/', '-'))
                : volumes.resolve(mount.source());
    }

    /**
     * Makes the folders and files. The service gets copies of {@code hosts} and {@code resolv.conf}, because it may change them, as in a
     * container.
     */
    void make(ContainerProgram program, Path names) throws IOException {
        for (Path each : List.of(root(), written(), aside())) {
            open(Files.createDirectories(each), FOLDER);
        }
        open(Files.copy(names, hosts(), StandardCopyOption.REPLACE_EXISTING), FILE);
        open(Files.copy(Path.of("/etc/resolv.conf"), resolver(), StandardCopyOption.REPLACE_EXISTING), FILE);
        for (Mount mount : program.service().storage().mounts()) {
            if (mount.type() == Mount.Type.VOLUME) {
                fill(source(mount), program.root().resolve(mount.target()));
            }
        }
    }

    /** Opens to the service's user, whatever the umask, what is the service's; the folder of the run around it stays closed. */
    private static void open(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    /** Fills a new volume with the image's files at that path. Links are copied as links and never followed. */
    private static void fill(Path volume, Path original) throws IOException {
        if (Files.isDirectory(volume)) {
            return;
        }
        open(Files.createDirectories(volume), FOLDER);
        if (Files.isDirectory(original)) {
            // By cp, which knows of owners, hard links and extended attributes.
            var cp = new ProcessBuilder("cp", "-a", original + "/.", volume.toString()).redirectErrorStream(true);
            var unused = BoundedProcess.run(cp, COPYING);
        }
    }

    /** Writes the configuration. Only the owner may read it, because it holds passwords. */
    void write(Map<String, Object> config) throws IOException {
        Path file = folder.resolve("config.json");
        Files.deleteIfExists(file);
        Files.createFile(file, OWNER_ONLY);
        JSON.writeValue(file.toFile(), config);
    }
}
