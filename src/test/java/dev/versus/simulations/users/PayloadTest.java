package dev.versus.simulations.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadTest {

    @Test
    void sizes_ascend_from_1_KiB_to_16_MiB_and_hold_the_reported_one() {
        assertThat(Payload.sizes(false))
                .extracting(Payload::bytes)
                .containsExactly(1_024, 4_096, 16_384, 65_536, 256_873, 1_048_576, 4_194_304, 16_777_216);
    }

    @Test
    void a_quick_run_has_four_of_them() {
        assertThat(Payload.sizes(true))
                .hasSize(4)
                .isSubsetOf(Payload.sizes(false))
                .contains(Payload.REPORTED);
    }

    @Test
    void a_path_asks_for_size_pattern_and_parsing() {
        assertThat(Payload.REPORTED.path(Way.REST)).isEqualTo("/api/users-via-api?size=256873&pattern=repetitive");
        assertThat(Payload.of(1_024).ofRandomTexts().parsedAnew().path(Way.SHARED_MEMORY))
                .isEqualTo("/api/users-via-shm?size=1024&pattern=random&parse=true");
    }

    @ParameterizedTest
    @CsvSource({"1024, 16, 2500", "256873, 16, 1045", "4194304, 16, 64", "16777216, 16, 32", "16777216, 1, 16"})
    void a_turn_has_fewer_requests_of_large_data(int size, int concurrency, int requests) {
        assertThat(Payload.of(size).requests(concurrency)).isEqualTo(requests);
    }

    @Test
    void a_turn_has_fewer_requests_of_parsed_data() {
        assertThat(Payload.REPORTED.parsedAnew().requests(16)).isEqualTo(65);
    }
}
