package dev.versus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.CacheFolder;
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

        Sources.of(folder).copyTo(folder.resolve("node_modules/copy"));
        assertThat(Sources.of(folder.resolve("node_modules/copy")).digest())
                .isEqualTo(Sources.of(folder).digest());
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private String names(Toolchain tool) throws IOException {
        return String.join(
                " ",
                Sources.of(folder, tool).names().stream().map(Path::toString).toList());
    }

    @Test
    void only_what_the_tool_makes_beside_its_file_is_left_out() throws IOException {
        file("pom.xml", "");
        file("target/a", "");
        file("src/main/resources/target/b", "");
        file("bin/c", "");
        assertThat(names(new MavenToolchain())).isEqualTo("bin/c pom.xml src/main/resources/target/b");
        file("go.mod", "");
        assertThat(names(new GoToolchain())).isEqualTo("go.mod pom.xml src/main/resources/target/b");
    }

    @Test
    void a_folder_dist_is_a_source_unless_a_script_makes_it() throws IOException {
        file("dist/a.js", "");
        file("package.json", "{}");
        assertThat(names(new NpmToolchain())).isEqualTo("dist/a.js package.json");
        file("package.json", "{\"scripts\": {\"build\": \"tsc\"}}");
        assertThat(names(new NpmToolchain())).isEqualTo("package.json");
    }

    @Test
    void no_two_folders_have_the_same_digest() throws IOException {
        file("one/a", "");
        file("one/b", "hello");
        file("other/a 0\nb", "hello");
        assertThat(Sources.of(folder.resolve("one")).digest())
                .isNotEqualTo(Sources.of(folder.resolve("other")).digest())
                .hasSize(32);
        file("program/x", "");
        assertThat(folder.resolve("program/x").toFile().setExecutable(true)).isTrue();
        file("plain/x*", "");
        assertThat(Sources.of(folder.resolve("program")).digest())
                .isNotEqualTo(Sources.of(folder.resolve("plain")).digest());
    }

    @Test
    void a_link_to_a_program_is_copied_and_one_that_leads_out_is_named() throws IOException {
        file("in/run", "");
        assertThat(folder.resolve("in/run").toFile().setExecutable(true)).isTrue();
        Path link = Files.createSymbolicLink(folder.resolve("in/link"), Path.of("run"));
        Sources.of(folder.resolve("in")).copyTo(folder.resolve("copy"));
        assertThat(Sources.of(folder.resolve("copy")).digest())
                .isEqualTo(Sources.of(folder.resolve("in")).digest());

        Files.move(link, folder.resolve("copy/moved"));
        Files.createSymbolicLink(link, Path.of("../copy/run"));
        assertThatThrownBy(() -> Sources.of(folder.resolve("in")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The link " + link + " leads out of " + folder.resolve("in"));
    }

    @Test
    void files_that_a_pinning_file_includes_pin_too_and_must_be_there() throws IOException {
        file("a/requirements.txt", "-r ../base.txt # all\n--requirement=more.txt\n--require-hashes\n");
        file("base.txt", "-cmore.txt\n");
        file("more.txt", "");
        file("a/more.txt", "-r requirements.txt");
        Path first = folder.resolve("a/requirements.txt");
        assertThat(PinningFiles.of(first))
                .containsExactly(
                        first, folder.resolve("base.txt"), folder.resolve("more.txt"), folder.resolve("a/more.txt"));

        Optional<PythonPackages> before = PythonPackages.pinnedBy(first);
        file("base.txt", "-c more.txt\n");
        assertThat(before.isEmpty() || !before.equals(PythonPackages.pinnedBy(first)))
                .isTrue();

        file("more.txt", "-r https://host/more.txt");
        assertThatThrownBy(() -> PinningFiles.of(first))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("more.txt includes https://host/more.txt, which is no file");
    }

    @Test
    void a_disk_is_full_only_if_it_has_little_space() {
        var cause = new IOException("exit code 1");
        String printed = "ENOSPC: System limit for number of file watchers reached";
        assertThat(BuildFailed.of("npm ci", printed, folder, cause)).hasMessage("'npm ci' failed:\n    | " + printed);
        assertThat(BuildFailed.of("npm ci", printed, folder.resolve("nowhere"), cause))
                .hasMessageContaining("the disk is full; make room");
    }

    @Test
    void a_tool_that_cannot_be_started_is_told() throws IOException {
        file("pom.xml", "");
        file("mvnw", "#!/nowhere/sh\n");
        assertThat(folder.resolve("mvnw").toFile().setExecutable(true)).isTrue();
        System.setProperty(CacheFolder.PROPERTY, folder.resolve("target/cache").toString());
        try {
            ServiceBuild build =
                    ServiceBuild.of(new Build(folder, null, Map.of(), null)).orElseThrow();
            assumeTrue(build.objection().isEmpty(), "skipped: Maven cannot build here");
            assertThatThrownBy(() -> new Builds(line -> {}).make(build, "web"))
                    .isInstanceOf(BuildFailed.class)
                    .hasMessageContaining("The service 'web' cannot be built from " + folder + ": 'mvnw -B")
                    .hasMessageContaining("cannot be started");
        } finally {
            System.clearProperty(CacheFolder.PROPERTY);
        }
    }

    @Test
    void a_service_that_needs_files_beside_its_folder_is_refused() throws IOException {
        String parent = "<project><parent><artifactId>all</artifactId>%s</parent></project>";
        file("pom.xml", "<project><artifactId>all</artifactId></project>");
        file("web/go.mod", "module web\nreplace a => ../a // why\n");
        Path context = folder.resolve("web");
        for (String path : new String[] {"", "<relativePath>..</relativePath>"}) {
            file("web/pom.xml", parent.formatted(path));
            assertThatThrownBy(() -> OutsideFiles.refuseOfMaven(context))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining(context.resolve("pom.xml") + " needs ..");
        }
        assertThatThrownBy(() -> OutsideFiles.refuseOfGo(context))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(context.resolve("go.mod") + " needs ../a, which lies outside");

        file("web/pom.xml", parent.formatted("<relativePath/>"));
        file("web/go.mod", "module web\n// replace a => ../a\nreplace a => ./a\n");
        assertThatCode(() -> OutsideFiles.refuseOfMaven(context)).doesNotThrowAnyException();
        assertThatCode(() -> OutsideFiles.refuseOfGo(context)).doesNotThrowAnyException();
        file("pom.xml", "<project><artifactId>other</artifactId></project>");
        file("web/pom.xml", parent.formatted(""));
        assertThatCode(() -> OutsideFiles.refuseOfMaven(context)).doesNotThrowAnyException();
    }
}
