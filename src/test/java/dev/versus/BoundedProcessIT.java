package dev.versus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class BoundedProcessIT {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final byte[] MORE_THAN_A_PIPE_HOLDS = new byte[1 << 20];

    private static ProcessBuilder shell(String script, String... arguments) {
        var builder = new ProcessBuilder("/bin/sh", "-c", script);
        builder.command().addAll(List.of(arguments));
        return builder.redirectErrorStream(true);
    }

    @Test
    void what_a_program_prints_is_read_while_it_is_told() throws IOException {
        try (var cat = BoundedProcess.start(shell("exec cat"), LONG)) {
            assertThat(cat.tell(new ByteArrayInputStream(MORE_THAN_A_PIPE_HOLDS))
                            .await())
                    .hasSize(MORE_THAN_A_PIPE_HOLDS.length);
        }
    }

    @Test
    void a_program_that_prints_more_than_a_pipe_holds_ends() throws IOException {
        assertThat(BoundedProcess.run(shell("head -c 300000 /dev/zero"), LONG)).hasSize(300_000);
    }

    @Test
    void a_program_need_not_read_what_it_is_told() throws IOException {
        try (var deaf = BoundedProcess.start(shell("exec true"), LONG)) {
            assertThat(deaf.tell(new ByteArrayInputStream(MORE_THAN_A_PIPE_HOLDS))
                            .await())
                    .isEmpty();
        }
    }

    @Test
    void a_program_that_waits_for_input_gets_its_end() throws IOException {
        assertThat(BoundedProcess.run(shell("read line || echo none"), LONG)).isEqualTo("none\n");
    }

    @Test
    void a_failure_says_what_the_program_said() {
        assertThatThrownBy(() -> BoundedProcess.run(shell("echo one; echo two >&2; exit 3"), LONG))
                .isInstanceOf(IOException.class)
                .hasMessage("'/bin/sh -c echo one; echo two >&2; exit 3' failed (one; two)");
        assertThatThrownBy(() -> BoundedProcess.run(shell("exit 3"), LONG))
                .hasMessageEndingWith("failed (exit code 3)");
    }

    @Test
    void what_cannot_be_run_does_not_succeed() {
        assertThat(BoundedProcess.succeeds(new ProcessBuilder("/no/such/program"), LONG))
                .isFalse();
    }

    @Test
    void a_program_that_does_not_end_in_time_goes_with_all_that_it_has_started(@TempDir Path folder)
            throws IOException {
        Path started = folder.resolve("started");
        var hanging = shell("sleep 1000 & echo $! >\"$0\"; wait", started.toString());
        assertThatThrownBy(() -> BoundedProcess.run(hanging, Duration.ofSeconds(1)))
                .hasMessageEndingWith("failed (it did not end in 1 s)");
        long pid = Long.parseLong(Files.readString(started).strip());
        ProcessHandle.of(pid).ifPresent(left -> assertThat(left.onExit()).succeedsWithin(LONG));
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }
}
