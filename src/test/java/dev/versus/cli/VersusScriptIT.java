package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code versus}, in a folder whose name has a space, called from another. */
@DisabledOnOs(OS.WINDOWS)
class VersusScriptIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path project;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(folder.resolve("a project"));
        Files.copy(Path.of("versus"), project.resolve("versus"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(project.resolve("pom.xml"));
        Files.createDirectories(project.resolve("src/main"));
        Files.createDirectories(project.resolve("services"));
        Files.createDirectories(project.resolve("docs/examples/own-project"));
    }

    private void build() throws IOException {
        Path main = Path.of("target/classes/dev/versus/cli/Main.class");
        Files.createDirectories(project.resolve(main).getParent());
        Files.copy(main, project.resolve(main));
        Files.writeString(project.resolve("target/versus.classpath"), System.getProperty("java.class.path"));
    }

    private CommandLineRun versus(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(project.resolve("versus").toString());
        builder.command().addAll(java.util.List.of(arguments));
        builder.environment().putAll(environment);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = builder.directory(
                        Files.createDirectories(folder.resolve("elsewhere")).toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new CommandLineRun(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static Map<String, String> javaHome(Object home) {
        return Map.of("JAVA_HOME", home.toString());
    }

    @Test
    void runs_what_is_built_from_any_folder() throws Exception {
        build();
        CommandLineRun run = versus(javaHome(System.getProperty("java.home")), "--version");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("versus ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void arguments_and_exit_codes_pass_through() throws Exception {
        build();
        CommandLineRun run = versus(javaHome(System.getProperty("java.home")), "report", "no such run");
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).startsWith("Versus: no such run holds no rounds.jsonl");
    }

    @Test
    void a_missing_jdk_gets_one_sentence() throws Exception {
        CommandLineRun run = versus(javaHome(folder.resolve("nowhere")), "--version");
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .isEqualTo("Versus: JAVA_HOME is " + folder.resolve("nowhere")
                        + ", and there is no bin/java in it: set it to a JDK 17 or newer.\n");
    }

    @Test
    void what_is_not_built_is_built_first() throws Exception {
        Path wrapper = project.resolve("mvnw");
        Files.writeString(wrapper, "#!/bin/sh\necho \"asked to $2\"\nexit 1\n");
        assertThat(wrapper.toFile().setExecutable(true)).isTrue();
        CommandLineRun run = versus(javaHome(System.getProperty("java.home")), "--version");
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("building the command line", "asked to process-classes", "the build failed");
    }

    @Test
    void provisioning_needs_neither_a_jdk_nor_a_build() throws Exception {
        Path script = Files.createDirectories(project.resolve("environments")).resolve("provision");
        Files.writeString(script, "#!/bin/sh\necho \"provisions $*\"\nexit 3\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        CommandLineRun run = versus(javaHome(folder.resolve("nowhere")), "provision", "docker", "python");
        assertThat(run).isEqualTo(new CommandLineRun(3, "provisions docker python\n", ""));
    }
}
