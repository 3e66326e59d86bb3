package dev.versus.environment.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTraitsTest {

    @Test
    void no_password_of_a_command_line_is_a_trait() {
        assertThat(Redis.options(List.of(
                        "redis-server",
                        "--requirepass",
                        "s 3",
                        "--user",
                        "a on >s3",
                        "--maxmemory",
                        "5mb",
                        "--loadmodule")))
                .isEqualTo("loadmodule, maxmemory 5mb, requirepass ***, user ***");
        assertThat(Postgres.settings(List.of(
                        "postgres",
                        "-c",
                        "primary_conninfo=password=s3",
                        "-c",
                        "work_mem=4MB",
                        "-c",
                        "app.pin = 1",
                        "-c",
                        "jit=off")))
                .isEqualTo("app.pin=***, jit=off, primary_conninfo=***, work_mem=4MB");
        assertThat(Java.arguments(List.of("java", "-Dx.password=s 3", "-Xmx1g", "-Dredis=redis://:s3@h", "Main")))
                .containsEntry("program.flags", "-Dx.password=*** -Xmx1g -Dredis=redis://:***@h");
        assertThat(PythonServer.settings(List.of("python3", "-c", "connect('s3')")))
                .isEmpty();
    }

    @Test
    void no_secret_of_a_compose_file_is_a_trait_under_another_name() {
        var secrets = new KnownSecrets(List.of("a1b2c3d4-long", "a1b2c3d4"));
        assertThat(secrets.masked("-Dplain=a1b2c3d4-long -Dother=a1b2c3d4 --token x"))
                .isEqualTo("-Dplain=*** -Dother=*** --token ***");
    }
}
