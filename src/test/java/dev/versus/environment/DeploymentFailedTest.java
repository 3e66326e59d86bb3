package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentFailedTest {

    private static final String HOSTILE =
            "\u001b]0;mine\u0007\n::error file=a::no\n  ::stop-commands::x\n##[group]y\n\u202etxt\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_hostile_log_is_quoted_and_stays_in_its_file_as_it_is() throws IOException {
        Path log = folder.resolve("web-1.log");
        Files.writeString(log, HOSTILE);

        DeploymentFailed failed = DeploymentFailed.of("web-1", "ended with \u001b[1m1", log);

        assertThat(String.valueOf(failed.getMessage()).lines())
                .containsExactly(
                        "web-1 ended with \\x1b[1m1. Its log " + log + " ends:",
                        "    | \\x1b]0;mine\\x07",
                        "    | ::error file=a::no",
                        "    |   ::stop-commands::x",
                        "    | # #[group]y",
                        "    | \\u202etxt");
        assertThat(log).content().startsWith(HOSTILE);
    }

    @Test
    void a_log_that_is_no_text_is_told_nevertheless() throws IOException {
        Path log = Files.write(folder.resolve("web-1.log"), new byte[] {'a', (byte) 0xff, 'b'});

        assertThat(DeploymentFailed.of("web-1", "ended", log)).hasMessageEndingWith(" ends:\n    | a\ufffdb");
    }
}
