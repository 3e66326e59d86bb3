package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an image's links say, they lead within it. */
class ImageRootTest {

    @TempDir
    Path folder;

    private Path top = Path.of("");
    private ImageRoot root = new ImageRoot(top);

    @BeforeEach
    void make() throws IOException {
        top = Files.createDirectories(folder.resolve("image"));
        root = new ImageRoot(top);
        Files.writeString(folder.resolve("secret"), "the host's");
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(top.resolve(path), Path.of(target));
    }

    @Test
    void paths_lead_where_they_would_if_the_image_were_the_root() throws IOException {
        Files.createDirectories(top.resolve("usr/lib/data"));
        link("lib", "usr/lib");
        link("data", "/lib/data");
        link("usr/up", "../data/./");

        assertThat(root.resolve("/data")).isEqualTo(top.resolve("usr/lib/data"));
        assertThat(root.resolve("usr/up/file")).isEqualTo(top.resolve("usr/lib/data/file"));
        assertThat(root.resolve("/")).isEqualTo(top);
        assertThat(root.resolve("/not/there")).isEqualTo(top.resolve("not/there"));
    }

    @Test
    void no_link_and_no_dots_lead_out() throws IOException {
        link("absolute", folder.resolve("secret").toString());
        link("relative", "../secret");
        link("far", "../../../../../../../../etc");

        assertThat(root.text("/absolute")).isEmpty();
        assertThat(root.text("/relative")).isEmpty();
        assertThat(root.text("/../secret")).isEmpty();
        assertThat(root.resolve("/far/passwd")).isEqualTo(top.resolve("etc/passwd"));
    }

    @Test
    void links_in_a_circle_lead_nowhere() throws IOException {
        link("one", "/two");
        link("two", "/one");

        assertThatThrownBy(() -> root.resolve("/one/file")).hasMessage("/one/file leads through more than 40 links");
        assertThat(root.text("/one")).isEmpty();
    }

    @Test
    void what_is_no_file_is_not_read_and_what_is_huge_is_refused() throws IOException {
        Files.createDirectory(top.resolve("folder"));
        assertThat(root.text("/folder")).isEmpty();

        try (var huge = new RandomAccessFile(top.resolve("huge").toFile(), "rw")) {
            huge.setLength((1 << 20) + 1);
        }
        assertThatThrownBy(() -> root.text("/huge"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The file /huge of the image")
                .hasMessageContaining("1048577 bytes: expected 1048576 at most");
    }
}
