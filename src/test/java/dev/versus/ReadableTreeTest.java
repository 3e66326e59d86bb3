package dev.versus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadableTreeTest {

    @TempDir
    Path folder;

    private Path tree;

    @BeforeEach
    void makeATree() throws IOException {
        tree = Files.createDirectory(folder.resolve("tree"));
    }

    private static Path file(Path file, String mode) throws IOException {
        Files.writeString(file, "");
        return withMode(file, mode);
    }

    private static Path withMode(Path file, String mode) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void modes_do_not_depend_on_the_umask() throws IOException {
        Path open = file(tree.resolve("open"), "rwxrwxrwx");
        Path closed = file(tree.resolve("closed"), "rw-------");
        Path elsewhere = file(folder.resolve("elsewhere"), "rw-rw-rw-");
        Files.createSymbolicLink(tree.resolve("link"), elsewhere);
        withMode(tree, "rwx------");

        ReadableTree.settle(tree);

        assertThat(mode(tree)).isEqualTo("rwxr-xr-x");
        assertThat(mode(open)).isEqualTo("rwxr-xr-x");
        assertThat(mode(closed)).isEqualTo("rw-r--r--");
        assertThat(mode(elsewhere)).isEqualTo("rw-rw-rw-");
    }

    @Test
    void a_copy_of_a_closed_file_or_folder_stays_closed() throws IOException {
        Path source = Files.createDirectory(folder.resolve("source"));
        file(source.resolve("key"), "rw-------");
        withMode(Files.createDirectory(source.resolve("keys")), "rwx------");
        Path key = file(tree.resolve("key"), "rw-------");
        Path keys = withMode(Files.createDirectory(tree.resolve("keys")), "rwxr-xr-x");

        ReadableTree.settle(tree, source);

        assertThat(mode(key)).isEqualTo("rw-------");
        assertThat(mode(keys)).isEqualTo("rwx------");
        assertThat(mode(tree)).as("the temporary folder is closed").isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_is_not_wholly_deleted_has_lost_its_name() throws IOException {
        Path deep = tree;
        for (int level = 0; level < 600; level++) {
            deep = deep.resolve("d");
        }
        Files.createDirectories(deep);

        FileTree.discard(tree, ".old-");

        assertThat(tree).doesNotExist();
        try (var left = Files.list(folder)) {
            assertThat(left).singleElement().asString().contains("/.old-");
        }
    }
}
