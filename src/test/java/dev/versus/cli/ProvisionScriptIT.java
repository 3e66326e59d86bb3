package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code environments/provision} on a made-up machine: what is not in one folder is not installed there. */
@DisabledOnOs(OS.WINDOWS)
class ProvisionScriptIT {

    private static final Path SCRIPT = Path.of("environments", "provision").toAbsolutePath();
    private static final List<String> SHELL = List.of("cat", "dirname", "readlink", "sed");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void makeMachine() throws IOException {
        Files.createDirectories(bin());
        for (String program : SHELL) {
            install(program, "exec /usr/bin/env -i PATH=/usr/bin:/bin " + program + " \"$@\"");
        }
        install("id", "echo 1000");
        install("timeout", "shift; exec \"$@\"");
    }

    private Path bin() {
        return folder.resolve("bin");
    }

    private void install(String program, String script) throws IOException {
        Path file = Files.writeString(bin().resolve(program), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private CommandLineRun provision(String... parts) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/bin/bash", SCRIPT.toString()));
        command.addAll(List.of(parts));
        var builder = new ProcessBuilder(command);
        builder.environment().put("PATH", bin().toString());
        builder.environment().remove("JAVA_HOME");
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new CommandLineRun(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void a_part_that_there_is_not_gets_one_sentence() throws Exception {
        CommandLineRun run = provision("moon");
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .startsWith("provision: there is no part 'moon'; there are: java, python")
                .hasLineCount(1);
    }

    @Test
    void what_is_there_already_needs_no_root_and_stays() throws Exception {
        install("go", "exit 1");
        CommandLineRun run = provision("go");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("provision: go: there already\n");
    }

    @Test
    void whoever_is_not_root_is_told_the_command() throws Exception {
        install("apt-get", "echo must not be called; exit 1");
        CommandLineRun run = provision("go");
        assertThat(run.exitCode()).isEqualTo(Main.FAILED);
        assertThat(run.err()).isEqualTo("provision: installing golang-go: run it as root: sudo " + SCRIPT + " go\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_system_without_apt_gets_one_sentence() throws Exception {
        CommandLineRun run = provision("go");
        assertThat(run.exitCode()).isEqualTo(Main.FAILED);
        assertThat(run.err())
                .isEqualTo("provision: installing golang-go needs apt-get, of Debian or Ubuntu;"
                        + " install it by this system's own means\n");
    }

    @Test
    void an_engine_that_answers_is_not_started_again() throws Exception {
        install("docker", "exit 0");
        install("dockerd", "echo must not be called; exit 1");
        install("iptables", "exit 1");
        CommandLineRun run = provision("docker");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("provision: docker: there already\nprovision: docker: its engine answers\n");
    }

    @Test
    void an_old_jdk_is_none() throws Exception {
        install("javac", "echo javac 11.0.2 >&2");
        assertThat(provision("java").err()).contains("installing default-jdk-headless");
        install("javac", "echo javac 17.0.15");
        assertThat(provision("java").out()).isEqualTo("provision: java: there already\n");
    }
}
