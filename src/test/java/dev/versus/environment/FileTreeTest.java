package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {

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
        Path tree = Files.createDirectory(folder.resolve("tree"));
        var deleting = new AtomicBoolean(true);
        var swapping = new Thread(() -> {
            while (deleting.get()) {
                swap(tree.resolve("victim"));
            }
        });
        swapping.start();
        try {
            for (int round = 0; round < 300; round++) {
                FileTree.delete(tree);
                Files.createDirectories(tree);
            }
        } finally {
            deleting.set(false);
            swapping.join();
        }

        assertThat(others.resolve("file")).exists();
    }

    private void swap(Path victim) {
        try {
            Files.createDirectory(victim);
            Files.deleteIfExists(victim);
            Files.createSymbolicLink(victim, others);
            Files.deleteIfExists(victim);
        } catch (IOException meanwhile) {
            // The deletion was quicker; the next turn makes it anew.
        }
    }
}
