package dev.versus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLogsTest {

    @TempDir
    Path folder;

    private Path log;
    private Path run;

    @BeforeEach
    void make() throws IOException {
        log = Files.createDirectory(folder.resolve("logs-of-the-run")).resolve("web-1.log");
        run = Files.createDirectory(folder.resolve("run"));
    }

    private Path copied() {
        ServiceLogs.copy(Map.of("shop", log.resolveSibling("")), run, ServiceLogs.FOLDER);
        return run.resolve("logs/shop/web-1.log");
    }

    @Test
    void a_log_is_kept_as_it_is_but_for_its_secrets() throws IOException {
        Files.write(log, new byte[] {'a', (byte) 0xe9, '\r', '\n', 'b'});
        assertThat(copied()).hasBinaryContent(new byte[] {'a', (byte) 0xe9, '\r', '\n', 'b'});
    }

    @Test
    void a_secret_is_masked() throws IOException {
        Files.writeString(log, "connected with password=s3cr3t now\n");
        assertThat(copied()).content().doesNotContain("s3cr3t").startsWith("connected with password=");
    }

    @Test
    void a_line_without_an_end_costs_no_more_than_others() throws IOException {
        String hostile = "://a:".repeat(400_000);
        Files.writeString(log, hostile);
        assertThat(Files.size(copied())).isPositive();
    }

    @Test
    void nothing_is_written_through_a_link_that_stands_there_already() throws IOException {
        Files.writeString(log, "a\n");
        Path target = Files.writeString(folder.resolve("target"), "untouched");
        Files.createDirectories(run.resolve("logs/shop"));
        Files.createSymbolicLink(run.resolve("logs/shop/web-1.log"), target);

        assertThatThrownBy(this::copied).isInstanceOf(UncheckedIOException.class);
        assertThat(target).hasContent("untouched");
    }
}
