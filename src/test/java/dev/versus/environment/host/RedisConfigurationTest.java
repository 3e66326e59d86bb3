package dev.versus.environment.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisConfigurationTest {

    private static String text(String... options) {
        return new RedisConfiguration(List.of(options)).text();
    }

    @Test
    void each_option_is_a_line_and_commands_that_nobody_asked_for_are_gone() {
        assertThat(text("--save", "", "--bind", "*", "-::*", "--port", "6379")).isEqualTo("""
                save ""
                bind "*" "-::*"
                port "6379"
                rename-command CONFIG ""
                rename-command DEBUG ""
                rename-command MODULE ""
                """);
    }

    @Test
    void no_value_becomes_another_option() {
        assertThat(text("--requirepass", "a\"b\\\nuser default on", "--name", "grüß"))
                .startsWith("requirepass \"a\\x22b\\x5c\\x0auser default on\"\nname \"gr\\xc3\\xbc\\xc3\\x9f\"\n");
    }

    @Test
    void a_file_of_options_is_included() {
        assertThat(text("/etc/redis.conf", "--port", "1")).startsWith("include \"/etc/redis.conf\"\nport \"1\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rename-command", "--user", "--aclfile", "--USER"})
    void who_says_who_may_do_what_is_left_to_it(String option) {
        assertThat(text(option, "x")).doesNotContain("rename-command CONFIG", "rename-command DEBUG");
    }

    @Test
    void a_command_that_is_asked_for_stays() {
        assertThat(text("--enable-debug-command", "yes"))
                .contains("rename-command CONFIG", "rename-command MODULE")
                .doesNotContain("rename-command DEBUG");
    }
}
