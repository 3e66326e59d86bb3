package dev.versus.environment.image;

import com.github.dockerjava.api.exception.DockerException;
import dev.versus.BoundedProcess;
import dev.versus.CacheFolder;
import dev.versus.FileTree;
import dev.versus.InvalidInput;
import dev.versus.Kept;
import dev.versus.environment.Made;
import dev.versus.environment.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Root file systems of images as folders of the user's cache, named by the image's id. Each is unpacked once into a temporary folder, which
 * is renamed when it is complete. Programs that use it must not write to it. Owners and modes are those of the image, so only root can
 * unpack it.
 */
public record RootFileSystem(DockerEngine engine) {

    /** An image may hold setuid programs, with which other users could become root: they must never be able to enter. */
    private static final FileAttribute<?> CLOSED =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final String NAME = "rootfs-";
    private static final String ASIDE = ".rootfs-";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /**
     * Returns the folder with an image's root file system, unpacked if needed.
     *
     * @param run the run that owns the temporary container through which the engine exports the image
     * @throws InvalidInput if it cannot be unpacked here, with what to do about it
     * @throws EngineUnavailable if it is not unpacked yet and the engine does not answer
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
                Files.createDirectory(aside, CLOSED);
                export(image, run, aside);
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

    /** Exports the image's files. An engine exports only containers, so a container is made that never runs. */
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
            unpack(name, aside);
        } catch (DockerException refused) {
            throw new IOException(EngineRefusal.reason(refused), refused);
        } finally {
            var unused = new ContainerRemover().remove(run.id(), List.of(made.name()));
        }
    }

    /** Unpacks while the engine is asked, so that an engine that falls silent halfway is noticed. */
    private void unpack(String container, Path aside) throws IOException {
        var failure = new AtomicReference<@Nullable IOException>();
        engine.ask(client -> {
            try (InputStream tar = client.exportContainerCmd(container).exec()) {
                unpack(tar, aside);
            } catch (IOException failed) {
                failure.set(failed);
            }
            return aside;
        });
        IOException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    /** Unpacks with {@code tar}, which preserves owners, hard links and devices; the folder itself keeps its mode. */
    private static void unpack(InputStream archive, Path folder) throws IOException {
        var tar =
                new ProcessBuilder("tar", "-x", "-p", "--numeric-owner", "--no-overwrite-dir", "-C", folder.toString());
        try (var unpacking = BoundedProcess.start(tar.redirectErrorStream(true), LIMIT)) {
            var unused = unpacking.tell(archive).await();
        }
    }

    /** Returns the folders that are kept for later launches. */
    public static List<Kept> kept() {
        return CacheFolder.startingWith(NAME).stream()
                .map(home -> Kept.folder("the root file system of an image", home))
                .toList();
    }
}
