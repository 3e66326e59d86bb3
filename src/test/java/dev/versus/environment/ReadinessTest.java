package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Readiness.Outcome;
import dev.versus.environment.Readiness.Patience;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private final FakePace pace = new FakePace();
    private boolean alive = true;
    private boolean wanted = true;

    private Outcome await(Probe probe) {
        var patience = new Patience(Duration.ofSeconds(2), Duration.ofMillis(50));
        return new Readiness(pace, () -> wanted).await(() -> alive, probe, patience);
    }

    @Test
    void a_service_that_is_ready_is_waited_for_no_longer() {
        assertThat(await(() -> pace.nanos >= 100_000_000)).isEqualTo(Outcome.READY);
        assertThat(pace.nanos).isEqualTo(100_000_000);
    }

    @Test
    void a_service_that_never_is_ready_is_waited_for_as_long_as_was_said() {
        assertThat(await(() -> false)).isEqualTo(Outcome.NEVER_READY);
        assertThat(Duration.ofNanos(pace.nanos)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_service_that_ends_is_noticed_at_once_even_if_somebody_else_answers_for_it() {
        assertThat(await(() -> {
                    alive = false;
                    return true;
                }))
                .isEqualTo(Outcome.ENDED);
        assertThat(pace.nanos).isZero();
    }

    @Test
    void a_launch_that_is_abandoned_waits_for_nobody() {
        wanted = false;

        assertThat(await(() -> false)).isEqualTo(Outcome.ABANDONED);
    }
}
