package dev.versus.environment.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.system.Interpolation;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seen by the second replica of {@code web}, whose 8080 is 20002 and whose 80 is 20080; {@code db}'s 5432 is 20005. */
class RewritingTest {

    @TempDir
    Path folder;

    private SystemDefinition system() {
        try {
            Path file = Files.writeString(
                    folder.resolve("compose.yaml"), "services: {web: {image: w}, db: {image: d}, my-db: {image: m}}");
            return SystemDefinition.readFile(file, List.of(), new Interpolation(Map.of()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Rewriting rewriting() {
        SystemDefinition system = system();
        ServiceDefinition web = system.service("web");
        var second = new Replica(web, 2, Endpoint.loopback(Map.of(8080, 20002, 80, 20080)));
        return new Rewriting(
                new Assignment(Map.of(
                        "web", List.of(new Replica(web, 1, Endpoint.loopback(Map.of(8080, 20001))), second),
                        "db",
                                List.of(new Replica(
                                        system.service("db"), 1, Endpoint.loopback(Map.of(5432, 20005, 80, 20006)))),
                        "my-db",
                                List.of(new Replica(
                                        system.service("my-db"), 1, Endpoint.loopback(Map.of(5432, 20007)))))),
                second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "db:5432 | 127.0.0.1:20005",
                "postgres://u:p@db:5432/x | postgres://u:p@127.0.0.1:20005/x",
                "my-db:5432,db:5432 | 127.0.0.1:20007,127.0.0.1:20005",
                "other-db:5432 | other-db:5432",
                "db.example:5432 | db.example:5432",
                "db:9999 | db:9999",
                "db | db",
                "http://db/path | http://127.0.0.1:20006/path",
                "web:8080 | 127.0.0.1:20002",
                "0.0.0.0:8080 | 127.0.0.1:20002",
                "--bind=[::]:8080 | --bind=127.0.0.1:20002",
                "http://localhost:8080/health | http://127.0.0.1:20002/health",
                "http://localhost/health | http://127.0.0.1:20080/health",
                "localhost:1234 | localhost:1234",
                ":8080 | 127.0.0.1:20002",
                "0.0.0.0 | 127.0.0.1",
                "--host=0.0.0.0 | --host=127.0.0.1",
                "0.0.0.0/0 | 0.0.0.0/0",
                "8080 | 8080",
                "localhost:80800 | localhost:80800"
            })
    void addresses_are_rewritten(String text, String expected) {
        assertThat(rewriting().text(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --port 8080 | run --port 20002",
                "run --port=8080 | run --port=20002",
                "run -p 8080 8080 | run -p 20002 8080",
                "run --http-port 80 --workers 80 | run --http-port 20080 --workers 80",
                "run --bind 0.0.0.0:8080 | run --bind 127.0.0.1:20002"
            })
    void commands_are_rewritten(String command, String expected) {
        assertThat(rewriting().words(Arrays.asList(command.split(" ", -1))))
                .isEqualTo(Arrays.asList(expected.split(" ", -1)));
    }

    @Test
    void variables_are_rewritten_by_their_names() {
        Map<String, String> variables = Map.of(
                "PORT",
                "8080",
                "ADMIN_PORT",
                "80",
                "SIZE",
                "8080",
                "HOST",
                "0.0.0.0",
                "DB_HOST",
                "db",
                "DB_PORT",
                "5432");

        assertThat(rewriting().variables(variables))
                .isEqualTo(Map.of(
                        "PORT", "20002",
                        "ADMIN_PORT", "20080",
                        "SIZE", "8080",
                        "HOST", "127.0.0.1",
                        "DB_HOST", "127.0.0.1",
                        "DB_PORT", "20005"));
    }
}
