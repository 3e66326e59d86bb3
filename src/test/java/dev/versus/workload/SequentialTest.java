package dev.versus.workload;

import static dev.versus.workload.Sequential.sequential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequentialTest {

    @Test
    void isOneUserWithAConnectionForEachRequest() {
        assertThat(sequential(5).virtualUsers()).isEqualTo(1);
        assertThat(sequential(5).keepAlive()).isFalse();
        assertThat(sequential(5).nextStep(List.of())).map(Step::users).contains(1);
    }

    @Test
    void sendsItsNumberAndNoMore() {
        Pacing pacing = sequential(2).nextStep(List.of()).orElseThrow().pacing().at(0, 1);
        assertThat(List.of(pacing.nextStart(0, 1), pacing.nextStart(0, 2), pacing.nextStart(0, 3)))
                .containsExactly(1L, 2L, Pacing.DONE);
    }

    @Test
    void describesItself() {
        assertThat(sequential(5).get("/a").describe()).isEqualTo("5 × GET /a, one after another, a connection each");
    }

    @Test
    void refusesATimeLimitThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sequential(5).within(Duration.ZERO))
                .withMessage("a round's time limit lies between 1 ms and 24 h, not 0us");
    }
}
