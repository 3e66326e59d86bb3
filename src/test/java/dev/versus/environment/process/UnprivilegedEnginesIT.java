package dev.versus.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.ShortCommand;
import dev.versus.environment.Deployment;
import dev.versus.environment.host.RootUser;
import dev.versus.services.shop.fixture.Owners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What another user of this host can do by way of the stores that root has started: nothing to root's files, and nothing to theirs. */
@Timeout(60)
class UnprivilegedEnginesIT {

    private static final Path HOMES = Path.of("/var/lib/versus/engines");

    private Path folder;
    private Deployment stores;

    @BeforeEach
    void root_launches_the_stores() throws IOException {
        assumeTrue(RootUser.isRunning(), "skipped: only what root starts can harm root's files");
        folder = Files.createTempDirectory("versus-engines");
        stores = new Systems(folder).launch("""
                services:
                  store:
                    image: postgres:18
                    environment: {POSTGRES_USER: shop, POSTGRES_PASSWORD: shop}
                    healthcheck: {test: [CMD, pg_isready]}
                  cache:
                    image: redis:8.2
                    command: redis-server --requirepass hush-hush
                  open-cache:
                    image: redis:8.2
                """);
    }

    @AfterEach
    void nothing_is_left() throws IOException {
        if (stores == null) {
            return;
        }
        String run = stores.run().value();
        stores.close();
        try (Stream<Path> left = Files.list(HOMES)) {
            assertThat(left.map(Path::toString)).noneMatch(path -> path.contains(run));
        }
        assertThat(new Systems(folder).leftovers()).isEmpty();
        assertThat(ShortCommand.succeeds("rm", "-r", folder.toString())).isTrue();
    }

    @Test
    void each_runs_under_a_uid_of_its_own_that_nobody_has() {
        assertThat(Owners.of(stores).values())
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid >= 61_184);
    }

    @Test
    void redis_writes_no_file_where_a_client_says() {
        assertThat(asAnother("redis-cli", "-p", port("open-cache"), "CONFIG", "SET", "dir", folder.toString()))
                .contains("unknown command");
        assertThat(asAnother("redis-cli", "-p", port("open-cache"), "MODULE", "LIST"))
                .contains("unknown command");
        assertThat(asAnother("redis-cli", "-p", port("open-cache"), "DEBUG", "SLEEP", "0"))
                .contains("unknown command");
        assertThat(asAnother("redis-cli", "-p", port("open-cache"), "PING")).contains("PONG");
    }

    @Test
    void a_password_is_not_seen_in_the_list_of_processes() {
        assertThat(asAnother("redis-cli", "-p", port("cache"), "PING")).contains("NOAUTH");
        assertThat(asAnother("redis-cli", "-p", port("cache"), "-a", "hush-hush", "PING"))
                .contains("PONG");
        assertThat(asAnother("ps", "-eo", "args")).contains("redis-server").doesNotContain("--requirepass hush");
        assertThat(stores.services())
                .noneMatch(service -> service.commandLine().toString().contains("hush"));
    }

    @Test
    void a_program_that_postgres_starts_is_not_roots() throws IOException, SQLException {
        Path open = folder("open", "rwxrwxrwx");
        Path readable = folder("readable", "rwxr-xr-x");
        Path closed = folder("closed", "rwx------");

        copyToProgram("cat > " + open.resolve("file"));

        assertThat(Files.getAttribute(open.resolve("file"), "unix:uid"))
                .isEqualTo(Owners.of(stores).get("store-1"))
                .isNotEqualTo(0);
        for (Path roots : List.of(readable, closed)) {
            assertThatThrownBy(() -> copyToProgram("cat > " + roots.resolve("file")))
                    .isInstanceOf(SQLException.class);
            assertThat(roots).isEmptyDirectory();
        }
        assertThatThrownBy(() -> copyToProgram("cat >/dev/null; kill 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void files_of_an_engine_are_its_own_alone() throws IOException, SQLException {
        for (String replica : List.of("store-1", "cache-1", "open-cache-1")) {
            Path home = HOMES.resolve(stores.run().value() + "-" + replica);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                    .isEqualTo("rwx------");
            assertThat(asAnother("ls", home.toString())).contains("Permission denied");
            assertThatThrownBy(() -> {
                        if (!replica.startsWith("store")) {
                            copyToProgram("cat >/dev/null; ls " + home);
                        } else {
                            throw new SQLException("its own");
                        }
                    })
                    .isInstanceOf(SQLException.class);
        }
        assertThat(asAnother("ls", HOMES.toString())).contains("Permission denied");
    }

    private Path folder(String name, String mode) throws IOException {
        Path made = Files.createDirectory(folder.resolve(name));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(mode));
    }

    private String port(String service) {
        return String.valueOf(stores.addresses(service).get(0).getPort());
    }

    private void copyToProgram(String program) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port("store") + "/shop";
        try (Connection connection = DriverManager.getConnection(url, "shop", "shop");
                var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 1) TO PROGRAM '" + program + "'");
        }
    }

    /** What the command says, on either of its outputs, if a user without any rights runs it. */
    private static String asAnother(String... command) {
        var words = new ArrayList<>(List.of("sh", "-c", "\"$@\" 2>&1; :", "as-another"));
        words.addAll(List.of("setpriv", "--reuid=60000", "--regid=60000", "--clear-groups", "--inh-caps=-all"));
        words.addAll(List.of(command));
        return ShortCommand.run(words).orElse("");
    }
}
