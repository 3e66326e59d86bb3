package dev.versus.environment.host;

import dev.versus.CacheFolder;
import dev.versus.Digest;
import dev.versus.FileTree;
import dev.versus.UnfinishedFolders;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Programs of PostgreSQL, unpacked once into the user's cache, in a folder named by the checksum of their archive. They are unpacked into a
 * temporary folder that is then renamed, so that two concurrent runs both end with a complete folder.
 */
final class PostgresBinaries {

    private static final String NAME = "postgres-";
    private static final String FOR_ALL = "rwxr-xr-x";
    private static final String TO_READ = "rw-r--r--";
    private static final int EXECUTABLE = 0100;

    private PostgresBinaries() {}

    /**
     * Returns the folder with {@code bin} and {@code lib}, unpacked if needed. It is inside the spare folder if the cache cannot be
     * written, or if it is a cache of root's that the users of the programs may not enter.
     */
    static Path unpacked(Path spare) throws IOException {
        byte[] archive = archive();
        String name = NAME + Digest.of(archive);
        Path cached = CacheFolder.ofUser().resolve(name);
        Path home = writable(CacheFolder.ofUser()) && isOpen(cached) ? cached : spare.resolve(name);
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return home;
    }

    private static boolean isOpen(Path home) {
        return !RootUser.isRunning() || ClosedFolders.areNoneAbove(home.resolve("bin"));
    }

    /** Unpacks the programs into the user's cache and returns the folder; nothing if they are there, or the cache cannot be written. */
    static Optional<Path> unpackAhead() throws IOException {
        byte[] archive = archive();
        Path home = CacheFolder.ofUser().resolve(NAME + Digest.of(archive));
        if (!writable(CacheFolder.ofUser()) || Files.isDirectory(home)) {
            return Optional.empty();
        }
        unpack(archive, home);
        return Optional.of(home);
    }

    /** Returns the folders of this and other versions in the user's cache. */
    static List<Path> inCache() {
        return CacheFolder.startingWith(NAME);
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name", "");
        String family = system.startsWith("Windows") ? "Windows" : system.startsWith("Mac") ? "Darwin" : "Linux";
        String machine = System.getProperty("os.arch", "").replace("amd64", "x86_64");
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(family, machine)) {
            return in.readAllBytes();
        }
    }

    private static boolean writable(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException none) {
            return false;
        }
    }

    private static void unpack(byte[] archive, Path home) throws IOException {
        Path aside = Files.createTempDirectory(home.resolveSibling(""), UnfinishedFolders.UNPACKING);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, aside.resolve(entry.getName()).normalize());
            }
            open(aside);
            FileTree.rename(aside, home);
        } finally {
            FileTree.delete(aside);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        permit(file, (entry.getMode() & EXECUTABLE) != 0 ? FOR_ALL : TO_READ);
    }

    /** Lets all users enter the folders, whatever the umask of this process. */
    private static void open(Path unpacked) throws IOException {
        try (Stream<Path> entries = Files.walk(unpacked)) {
            for (Path folder : entries.filter(Files::isDirectory).toList()) {
                permit(folder, FOR_ALL);
            }
        }
    }

    private static void permit(Path path, String mode) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }
}
