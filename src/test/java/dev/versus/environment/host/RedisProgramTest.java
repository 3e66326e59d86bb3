package dev.versus.environment.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RedisProgramTest {

    private static final Path FILE = Path.of("/usr/bin/redis-server");

    @Test
    void a_recent_one_of_this_host_says_its_name_and_version() {
        assertThat(RedisProgram.recent(FILE, "Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64\n"))
                .hasValueSatisfying(
                        redis -> assertThat(redis.text()).isEqualTo("Redis 7.0.15 in /usr/bin/redis-server"));
        assertThat(RedisProgram.recent(FILE, "Valkey server v=8.1.1 sha=00000000:0"))
                .hasValueSatisfying(valkey -> assertThat(valkey.text()).startsWith("Valkey 8.1.1"));
    }

    @Test
    void an_old_one_and_another_program_are_passed_over() {
        assertThat(RedisProgram.recent(FILE, "Redis server v=6.2.14 sha=0")).isEmpty();
        assertThat(RedisProgram.recent(FILE, "usage: redis-server")).isEmpty();
    }
}
