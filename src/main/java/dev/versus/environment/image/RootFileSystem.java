package dev.versus.environment.image;

import com.github.dockerjava.api.exception.DockerException;
import dev.versus.CacheFolder;
import dev.versus.InvalidInput;
import dev.versus.environment.BoundedProcess;
import dev.versus.environment.FileTree;
import dev.versus.environment.Kept;
import dev.versus.environment.Made;
import dev.versus.environment.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/**
 * The root file system of images as folders of the user's cache, by the image's id: unpacked once, aside, and renamed when it is whole.
 * What runs in it must not write to it; owners and modes are the image's, so that only root can unpack.
 */
public record RootFileSystem(DockerEngine engine) {

    private static final String NAME = "rootfs-";
    private static final String ASIDE = ".rootfs-";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /**
     * The folder that is an image's root.
     *
     * @param run to which the container belongs that the engine reads the image through
     * @throws InvalidInput if it cannot be unpacked here, with what to do about it
     * @throws EngineUnavailable if it is not unpacked yet, and the engine does not answer
     */
    public Path of(Image image, Run run) {
        Path home = CacheFolder.ofUser().resolve(NAME + image.shortId());
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            Files.createDirectories(home.resolveSibling(""));
            Path aside = home.resolveSibling(ASIDE + run.id() + "-" + image.shortId());
            run.recordMaking(List.of(new Made(FolderRemover.KIND, aside.toString())));
            try {
                Files.createDirectory(aside);
                export(image, run, aside);
                close(aside);
                FileTree.rename(aside, home);
            } finally {
                FileTree.delete(aside);
            }
            return home;
        } catch (IOException unusable) {
            throw new InvalidInput(
                    "The root file system of " + image.reference() + " cannot be kept in " + home.resolveSibling("")
                            + " (" + unusable.getMessage() + "); make room, or name another folder by -D"
                            + CacheFolder.PROPERTY + "=<folder>.",
                    unusable);
        }
    }

    /** An image may have programs that make root of whoever runs them: they are for the image's own services. */
    private static void close(Path root) throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }

    /** An engine gives away the whole of a container only: one is made that never runs. */
    private void export(Image image, Run run, Path aside) throws IOException {
        String name = "versus-" + run.id() + "-rootfs-" + image.shortId();
        var made = new Made(ContainerRemover.KIND, ContainerRemover.name(engine, name));
        run.recordMaking(List.of(made));
        try {
            engine.ask(client -> client.createContainerCmd(image.id())
                    .withName(name)
                    .withCmd("true")
                    .withLabels(RunLabels.of(run.id()))
                    .exec());
            try (InputStream tar =
                    engine.ask(client -> client.exportContainerCmd(name).exec())) {
                unpack(tar, aside);
            }
        } catch (DockerException refused) {
            throw new IOException(Refusal.reason(refused), refused);
        } finally {
            var unused = new ContainerRemover().remove(run.id(), List.of(made.name()));
        }
    }

    /** By tar, which knows of owners, hard links and devices. */
    private static void unpack(InputStream archive, Path folder) throws IOException {
        var tar = new ProcessBuilder("tar", "-x", "-p", "--numeric-owner", "-C", folder.toString());
        try (var unpacking = BoundedProcess.start(tar.redirectErrorStream(true), LIMIT)) {
            var unused = unpacking.tell(archive).await();
        }
    }

    /** What is kept of it for launches to come. */
    public static List<Kept> kept() {
        return CacheFolder.startingWith(NAME).stream()
                .map(home -> new Kept("the root file system of an image in " + home, () -> FileTree.delete(home)))
                .toList();
    }
}
