package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The policy on starting servers, which {@code environments/provision} replaces, on a made-up machine: a copy of the script that
 * differs in the policy's place alone, root by word, and an {@code apt-get} that notes the policy and then does as the test likes.
 */
@DisabledOnOs(OS.WINDOWS)
class ProvisionPolicyIT {

    private static final String PLACE = "readonly POLICY=/usr/sbin/policy-rc.d\n";
    private static final String REAL = "exec /usr/bin/env -i PATH=/usr/bin:/bin %s \"$@\"";
    private static final String OWN = "#!/bin/sh\n# the user's own\nexit 104\n";
    private static final Set<PosixFilePermission> OWN_MODE = PosixFilePermissions.fromString("rwxr-x---");
    private static final int KILLED = 137;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path policy;

    @BeforeEach
    void makeMachine() throws IOException {
        policy = Files.createDirectory(folder.resolve("sbin")).resolve("policy-rc.d");
        Files.createDirectory(folder.resolve("bin"));
        for (String program : List.of("cat", "chmod", "dirname", "ln", "mv", "readlink", "rm", "sed")) {
            install(program, REAL.formatted(program));
        }
        install("id", "echo 0");
        install("timeout", "shift; exec \"$@\"");
        String original = Files.readString(Path.of("environments", "provision"));
        assertThat(original).containsOnlyOnce(PLACE);
        Files.writeString(folder.resolve("provision"), original.replace(PLACE, "readonly POLICY=" + policy + "\n"));
    }

    private void install(String program, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bin").resolve(program), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void apt(String then) throws IOException {
        String noting = "cat " + policy + " > " + folder.resolve("noted");
        install("apt-get", "case \"$*\" in *install*) " + noting + "; " + then + ";; esac");
    }

    private CommandLineRun provision() throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        // A shell cannot trap what was ignored when it started, as under nohup or in the background of a script.
        var builder = new ProcessBuilder(
                "/usr/bin/env",
                "--default-signal=HUP,INT,TERM",
                "/bin/bash",
                folder.resolve("provision").toString(),
                "go");
        builder.environment().put("PATH", folder.resolve("bin").toString());
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new CommandLineRun(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private void writeOwn() throws IOException {
        Files.writeString(policy, OWN);
        Files.setPosixFilePermissions(policy, OWN_MODE);
    }

    private void assertOwnAlone() throws IOException {
        assertThat(policy).hasContent(OWN);
        assertThat(Files.getPosixFilePermissions(policy, LinkOption.NOFOLLOW_LINKS))
                .isEqualTo(OWN_MODE);
        assertThat(policy.getParent()).isDirectoryNotContaining(file -> !file.equals(policy));
    }

    @Test
    void no_server_starts_while_packages_are_installed_and_nothing_is_left() throws Exception {
        apt("exit 0");

        CommandLineRun run = provision();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("noted"))
                .content()
                .contains("Written by environments/provision")
                .endsWith("exit 101\n");
        assertThat(policy.getParent()).isEmptyDirectory();
    }

    @Test
    void a_policy_of_the_users_own_comes_back_with_its_mode() throws Exception {
        writeOwn();
        apt("exit 0");

        assertThat(provision().exitCode()).isZero();
        assertThat(folder.resolve("noted")).content().contains("exit 101");
        assertOwnAlone();
    }

    @ParameterizedTest
    @CsvSource({"HUP, 129", "INT, 130", "TERM, 143"})
    void whoever_ends_it_gets_the_policy_back(String signal, int exitCode) throws Exception {
        writeOwn();
        apt("kill -" + signal + " $PPID");

        assertThat(provision().exitCode()).isEqualTo(exitCode);
        assertOwnAlone();
    }

    @Test
    void what_killed_runs_left_is_put_back_by_the_next_run() throws Exception {
        writeOwn();
        apt("kill -KILL $PPID");
        assertThat(provision().exitCode()).isEqualTo(KILLED);
        assertThat(policy).content().contains("Written by environments/provision");
        assertThat(provision().exitCode()).isEqualTo(KILLED);

        install("go", "exit 0");

        assertThat(provision().out())
                .isEqualTo("provision: servers may start again: a killed run had left its policy in " + policy
                        + "\nprovision: go: there already\n");
        assertOwnAlone();
    }

    @Test
    void a_killed_run_where_no_policy_was_leaves_none_after_the_next() throws Exception {
        apt("kill -KILL $PPID");
        assertThat(provision().exitCode()).isEqualTo(KILLED);
        apt("exit 0");

        assertThat(provision().exitCode()).isZero();
        assertThat(policy.getParent()).isEmptyDirectory();
    }

    @Test
    void a_run_killed_before_its_policy_stands_loses_nothing() throws Exception {
        writeOwn();
        apt("exit 0");
        install("mv", "kill -KILL $PPID");
        assertThat(provision().exitCode()).isEqualTo(KILLED);
        assertThat(policy).hasContent(OWN);

        install("mv", REAL.formatted("mv"));

        assertThat(provision().exitCode()).isZero();
        assertOwnAlone();
    }

    @Test
    void a_policy_written_after_a_kill_stays() throws Exception {
        apt("kill -KILL $PPID");
        assertThat(provision().exitCode()).isEqualTo(KILLED);
        writeOwn();
        apt("exit 0");

        assertThat(provision().exitCode()).isZero();
        assertOwnAlone();
    }
}
