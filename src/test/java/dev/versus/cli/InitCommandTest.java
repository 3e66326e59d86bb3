package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.ThisUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    private static final Path EXAMPLE = Path.of("docs/examples/own-project");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void writes_the_files_of_the_example_as_they_are() throws IOException {
        CommandLineRun run = CommandLineRun.of("init", folder.resolve("new").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(filesOf(folder.resolve("new")))
                .containsExactlyElementsOf(filesOf(EXAMPLE))
                .allSatisfy(file ->
                        assertThat(folder.resolve("new").resolve(file)).hasSameBinaryContentAs(EXAMPLE.resolve(file)));
        assertThat(run.out()).contains("mvn gatling:test");
    }

    @Test
    void overwrites_nothing_and_writes_nothing_beside_what_is_there() throws IOException {
        Path own = Files.writeString(folder.resolve("compose.yaml"), "services: {}");
        CommandLineRun run = CommandLineRun.of("init", folder.toString());
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .isEqualTo("Versus: " + own + " exists already, and nothing is overwritten: name an empty folder.\n");
        assertThat(filesOf(folder)).containsExactly("compose.yaml");
    }

    @Test
    void a_file_in_the_place_of_the_folder_gets_one_sentence() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        CommandLineRun run = CommandLineRun.of("init", file.toString());
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .startsWith("Versus: " + file.resolve(".gitignore") + " cannot be written (")
                .hasLineCount(1);
    }

    @Test
    void nothing_is_written_through_a_link() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path project = Files.createDirectory(folder.resolve("project"));
        Files.createSymbolicLink(project.resolve("src"), elsewhere);
        CommandLineRun run = CommandLineRun.of("init", project.toString());
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains(project.resolve("src") + " is a link, and nothing is written through it");
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(filesOf(project)).isEmpty();
    }

    @Test
    void root_writes_nothing_into_the_folder_of_another_user() throws IOException {
        assumeTrue(ThisUser.INSTANCE.isRoot(), "skipped: only root gives folders to other users");
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        Files.setAttribute(theirs, "unix:uid", 60123);
        CommandLineRun run = CommandLineRun.of("init", theirs.toString());
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("The folder " + theirs + " belongs to another user (60123)");
        assertThat(theirs).isEmptyDirectory();
    }

    @Test
    void a_failure_leaves_no_file_that_hinders_the_next_try() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("src"));
        assertThat(CommandLineRun.of("init", folder.toString()).exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(filesOf(folder)).containsExactly("src");
        Files.delete(inTheWay);
        assertThat(CommandLineRun.of("init", folder.toString()).exitCode()).isZero();
    }

    @Test
    void the_example_uses_the_version_that_writes_it() throws IOException {
        String version = new Version().getVersion()[0].replace("versus ", "");
        assertThat(Files.readString(EXAMPLE.resolve("pom.xml")))
                .containsPattern("<artifactId>versus</artifactId>\\s*<version>" + version + "</version>");
        assertThat(Files.readAllLines(EXAMPLE.resolve("pom.xml"))).hasSizeLessThan(60);
    }

    private static List<String> filesOf(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> project.relativize(file).toString())
                    .filter(file -> !file.startsWith("reports") && !file.contains("target/"))
                    .sorted()
                    .toList();
        }
    }
}
