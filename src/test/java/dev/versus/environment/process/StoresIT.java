package dev.versus.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.environment.Deployment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StoresIT {

    @TempDir
    Path folder;

    @Test
    void postgres_has_the_user_the_password_the_database_and_the_settings_that_were_asked_for()
            throws SQLException, IOException {
        Files.createDirectories(folder.resolve("system"));
        Files.writeString(
                folder.resolve("system/schema.sql"),
                "CREATE TABLE product (name text);\nINSERT INTO product VALUES ('a;b'), ('c');");
        try (Deployment deployment = new Systems(folder).launch("""
                services:
                  store:
                    image: postgres:18-alpine
                    command: postgres -c max_connections=37
                    environment: {POSTGRES_USER: shop, POSTGRES_PASSWORD: secret, POSTGRES_DB: shop db}
                    volumes: ['./schema.sql:/docker-entrypoint-initdb.d/1.sql:ro']
                    healthcheck: {test: [CMD, pg_isready]}
                """)) {
            URI address = deployment.addresses("store").get(0);
            String url = "jdbc:postgresql://127.0.0.1:" + address.getPort() + "/shop%20db";

            assertThat(ask(url, "SELECT count(*) FROM product")).isEqualTo("2");
            assertThat(ask(url, "SHOW max_connections")).isEqualTo("37");
            assertThat(ask(url, "SHOW fsync")).isEqualTo("on");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "shop", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private static String ask(String url, String question) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "shop", "secret");
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    @Test
    void redis_answers_and_takes_options() throws IOException {
        try (Deployment deployment = new Systems(folder).launch("""
                services:
                  cache:
                    image: redis:7-alpine
                    command: redis-server --maxmemory 5mb
                    healthcheck: {test: [CMD, redis-cli, ping]}
                """)) {
            try (var socket = new Socket(
                    InetAddress.getLoopbackAddress(),
                    deployment.addresses("cache").get(0).getPort())) {
                socket.setSoTimeout(5000);
                socket.getOutputStream().write("INFO memory\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
                byte[] answer = socket.getInputStream().readAllBytes();

                assertThat(new String(answer, StandardCharsets.US_ASCII)).contains("maxmemory:5242880");
            }
        }
    }

    @Test
    void postgres_without_a_password_is_refused_before_anything_starts() {
        var systems = new Systems(folder);

        assertThatThrownBy(() -> systems.launch("services: {store: {image: postgres}}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'store'")
                .hasMessageContaining("POSTGRES_PASSWORD");
        assertThat(systems.leftovers()).isEmpty();
    }
}
