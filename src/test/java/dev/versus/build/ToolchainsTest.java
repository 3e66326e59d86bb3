package dev.versus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.system.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolchainsTest {

    @TempDir
    Path folder;

    private Optional<String> chosen(@Nullable String named) {
        return Toolchains.of(new Build(folder, null, Map.of(), null, named)).map(Toolchain::name);
    }

    @ParameterizedTest
    @CsvSource({
        "pom.xml, maven",
        "go.mod, go",
        "package.json, npm",
        "requirements.txt, python",
        "pyproject.toml, python"
    })
    void a_file_tells_the_toolchain(String file, String toolchain) throws IOException {
        assertThat(chosen(null)).isEmpty();
        Files.writeString(folder.resolve(file), "");
        assertThat(chosen(null)).hasValue(toolchain);
        assertThat(chosen("none")).isEmpty();
    }

    @Test
    void of_several_the_dockerfile_tells() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "");
        Files.writeString(folder.resolve("requirements.txt"), "");
        assertThat(chosen(null)).hasValue("maven");
        Files.writeString(folder.resolve("Dockerfile"), "FROM x\nCOPY requirements.txt /app/\n");
        assertThat(chosen(null)).hasValue("python");
        Files.writeString(folder.resolve("Dockerfile"), "FROM x\nCOPY target/app/ /app/\n");
        assertThat(chosen(null)).hasValue("maven");
    }

    @Test
    void the_compose_file_has_the_last_word() {
        assertThat(chosen("go")).hasValue("go");
        assertThatThrownBy(() -> chosen("gradle"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'gradle'; known are maven, go, npm, python");
    }

    @Test
    void the_key_of_sources_tells_contents_names_and_programs_apart_and_leaves_out_what_tools_make()
            throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "1");
        String before = Sources.of(folder).digest();
        Files.createDirectories(folder.resolve("node_modules/x"));
        Files.writeString(folder.resolve("node_modules/x/y"), "");
        Files.createDirectories(folder.resolve("env"));
        Files.writeString(folder.resolve("env/pyvenv.cfg"), "");
        assertThat(Sources.of(folder).digest()).isEqualTo(before);

        assertThat(file.toFile().setExecutable(true)).isTrue();
        String executable = Sources.of(folder).digest();
        Files.writeString(file, "2");
        String changed = Sources.of(folder).digest();
        Files.move(file, folder.resolve("b"));
        assertThat(java.util.Set.of(
                        before, executable, changed, Sources.of(folder).digest()))
                .hasSize(4);

        Sources.of(folder).copyTo(folder.resolve("target/copy"));
        assertThat(Sources.of(folder.resolve("target/copy")).digest())
                .isEqualTo(Sources.of(folder).digest());
    }
}
