package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PortsTest {

    @Test
    void free_ports_differ_and_are_free() {
        assertThat(new Ports(new Random(1)).free(20))
                .hasSize(20)
                .doesNotHaveDuplicates()
                .allMatch(Ports::isFree);
    }

    @Test
    void more_ports_than_there_are_get_one_sentence() {
        assertThatThrownBy(() -> new Ports(new Random(1)).free(20_000))
                .isInstanceOf(InvalidInput.class)
                .hasMessageMatching("Of the 20000 ports that the system needs, 1\\d{4} free ones were found"
                        + " from 15000 to 31999 .* lower its deploy.replicas.*");
    }

    @Test
    void looking_for_a_port_ends_where_none_turns_up() {
        assertThatThrownBy(() -> new Ports(() -> 7L).free(2))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Of the 2 ports that the system needs");
    }
}
