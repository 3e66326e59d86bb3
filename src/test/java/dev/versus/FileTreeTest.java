package dev.versus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {

    private static final int MANY = 5000;

    @TempDir
    Path folder;

    private Path others;

    @BeforeEach
    void make() throws IOException {
        others = Files.createDirectory(folder.resolve("others"));
        Files.createFile(others.resolve("file"));
    }

    @Test
    void a_folder_goes_with_all_that_is_in_it_and_links_go_alone() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree/a/b"));
        Files.createFile(tree.resolve("file"));
        Files.createSymbolicLink(tree.resolve("link"), others);

        FileTree.delete(folder.resolve("tree"));

        assertThat(folder.resolve("tree")).doesNotExist();
        assertThat(others.resolve("file")).exists();
    }

    @Test
    void a_link_in_its_place_goes_alone_and_nothing_is_nothing() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), others);

        FileTree.delete(link);
        FileTree.delete(folder.resolve("nothing"));

        assertThat(link).doesNotExist();
        assertThat(others.resolve("file")).exists();
    }

    @Test
    void a_folder_that_becomes_a_link_meanwhile_is_not_followed() throws Exception {
        Path victim = Files.createDirectories(folder.resolve("tree/victim"));
        for (int file = 0; file < MANY; file++) {
            Files.createFile(victim.resolve("file" + file));
            Files.createFile(others.resolve("file" + file));
        }
        var swapping = new FutureTask<>(() -> swapWhileItIsDeleted(victim));
        new Thread(swapping).start();

        FileTree.delete(folder.resolve("tree"));

        assertThat(swapping.get()).as("swapped in time").isTrue();
        assertThat(entries(others)).isEqualTo(MANY + 1);
    }

    private boolean swapWhileItIsDeleted(Path victim) throws IOException {
        while (entries(victim) == MANY) {
            Thread.onSpinWait();
        }
        Files.move(victim, folder.resolve("aside"));
        Files.createSymbolicLink(victim, others);
        return entries(folder.resolve("aside")) > 0;
    }

    private static long entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        }
    }
}
