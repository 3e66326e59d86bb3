package dev.versus.environment.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.system.Build;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildContextTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY . /\n");
        Files.createDirectories(folder.resolve("web"));
        Files.writeString(folder.resolve("web/index.html"), "hello");
        Files.writeString(folder.resolve("web/draft.html"), "not yet");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("web/index.html"));
        Files.writeString(folder.resolve(".dockerignore"), "*\n!web\n!link\n**/draft.*\n");
    }

    private BuildContext context() {
        return BuildContext.of(new Build(folder, null, Map.of(), null));
    }

    private static byte[] bytes(BuildContext context) throws IOException {
        var bytes = new ByteArrayOutputStream();
        context.write(bytes);
        return bytes.toByteArray();
    }

    private static Map<String, String> unpacked(BuildContext context) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes(context)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String content = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                files.put(entry.getName(), entry.isSymbolicLink() ? "-> " + entry.getLinkName() : content);
            }
        }
        return files;
    }

    @Test
    void what_is_not_ignored_is_sent_and_the_dockerfile_always() throws IOException {
        assertThat(unpacked(context()))
                .isEqualTo(Map.of(
                        "web/index.html",
                        "hello",
                        "link",
                        "-> web/index.html",
                        BuildContext.DOCKERFILE,
                        "FROM scratch\nCOPY . /\n"));
    }

    @Test
    void equal_files_make_equal_bytes_whenever_they_were_written() throws IOException {
        byte[] before = bytes(context());
        Files.setLastModifiedTime(folder.resolve("web/index.html"), FileTime.fromMillis(1));
        assertThat(bytes(context())).isEqualTo(before);
        Files.writeString(folder.resolve("web/index.html"), "hallo");
        assertThat(bytes(context())).isNotEqualTo(before);
    }

    @Test
    void more_files_and_another_dockerfile_can_be_sent() throws IOException {
        BuildContext more = context().with(new Dockerfile("FROM x\n"), Map.of("ca", new byte[] {'c'}));
        assertThat(unpacked(more)).containsEntry("ca", "c").containsEntry(BuildContext.DOCKERFILE, "FROM x\n");
    }

    @Test
    void a_folder_without_a_dockerfile_is_told() {
        assertThatThrownBy(() -> BuildContext.of(new Build(folder, "Dockerfile.python", Map.of(), null)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("There is no " + folder.resolve("Dockerfile.python"));
    }
}
