package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GatesTest {

    @Test
    void every_gate_has_an_assertion() {
        assertThat(new Gates(List.of("every round ended", "a gate")).assertions())
                .extracting(each -> each.asScala().path().toString())
                .satisfiesExactly(
                        first -> assertThat(first).contains("gate: every round ended"),
                        second -> assertThat(second).contains("gate: a gate"));
    }
}
