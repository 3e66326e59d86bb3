package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.cli.keeper.KeptReplica;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private KeptReplica replica(String service, String log) throws IOException {
        Path file = Files.writeString(folder.resolve(service + ".log"), log);
        return new KeptReplica(service, 1, Optional.empty(), Optional.empty(), file);
    }

    private static String printed(KeptReplica... replicas) {
        var out = new StringWriter();
        new LogFollower(List.of(replicas), new PrintWriter(out)).run(() -> false);
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void lines_of_one_carry_its_name_too() throws IOException {
        assertThat(printed(replica("redis", "ready\ngrüß\n"))).isEqualTo("redis-1 | ready\nredis-1 | grüß\n");
    }

    @Test
    void what_a_terminal_or_a_ci_server_would_obey_is_shown_as_text() throws IOException {
        assertThat(printed(replica("redis", "\u001b[2Jgone\n::error::no\n##vso[task.complete]\n50 %\r\n")))
                .isEqualTo("""
                        redis-1 | \\x1b[2Jgone
                        redis-1 | ::error::no
                        redis-1 | # #vso[task.complete]
                        redis-1 | 50 %
                        """);
    }

    @Test
    void of_a_line_that_does_not_end_the_beginning_is_printed() throws IOException {
        assertThat(printed(replica("redis", "x".repeat(10_000_000) + "\nnext\n")))
                .startsWith("redis-1 | xxx")
                .endsWith(" more characters)\nredis-1 | next\n")
                .hasSizeLessThan(5_000);
    }

    @Test
    void lines_of_several_carry_the_name_of_their_replica() throws IOException {
        assertThat(printed(replica("redis", "a\n"), replica("postgres", "b\nc\n")))
                .isEqualTo("redis-1    | a\npostgres-1 | b\npostgres-1 | c\n");
    }

    @Test
    void a_last_line_that_does_not_end_is_printed_too() throws IOException {
        assertThat(printed(replica("redis", "a\nb"))).isEqualTo("redis-1 | a\nredis-1 | b\n");
    }

    @Test
    void a_log_that_is_not_there_prints_nothing() throws IOException {
        KeptReplica gone = replica("redis", "a\n");
        Files.delete(gone.log());
        assertThat(printed(gone)).isEmpty();
    }
}
