package dev.versus.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UnexpectedStatusesTest {

    @Test
    void areThoseThatAreNeither2xxNor3xxInTheirOrder() {
        assertThat(UnexpectedStatuses.text(Map.of(504, 5L, 200, 990L, 304, 1L, 503, 1_200L, 199, 1L, 400, 2L)))
                .isEqualTo("199 × 1, 400 × 2, 503 × 1,200, 504 × 5");
    }

    @Test
    void areNoneWhereAllSucceeded() {
        assertThat(UnexpectedStatuses.text(Map.of(200, 10L))).isEmpty();
    }
}
