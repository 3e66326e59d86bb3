package dev.versus.workload;

import static dev.versus.workload.Users.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersTest {

    private static final long SECOND = 1_000_000_000;

    private static final Users FOUR = users(4).spawnRate(2)
            .thinking(Duration.ofNanos(100), Duration.ofNanos(200))
            .during(Duration.ofSeconds(3));

    private static Pacing pacing(long start, long seed) {
        return FOUR.nextStep(List.of()).orElseThrow().pacing().at(start, seed);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 500000000", "2, 1000000000", "3, 1500000000"})
    void arriveOneByOneAtTheSpawnRate(int user, long afterStart) {
        assertThat(pacing(7, 1).nextStart(user, 7)).isEqualTo(7 + afterStart);
    }

    @Test
    void thinkWithinTheirRangeAfterEachResponse() {
        Pacing pacing = pacing(0, 1);
        pacing.nextStart(0, 0);
        for (int i = 0; i < 1_000; i++) {
            assertThat(pacing.nextStart(0, SECOND)).isBetween(SECOND + 100, SECOND + 200);
        }
    }

    @Test
    void goHomeWhenTheirThinkingWouldOutlastTheRunTime() {
        Pacing pacing = pacing(0, 1);
        pacing.nextStart(0, 0);
        assertThat(pacing.nextStart(0, 3 * SECOND - 300)).isNotEqualTo(Pacing.DONE);
        assertThat(pacing.nextStart(0, 3 * SECOND - 50)).isEqualTo(Pacing.DONE);
    }

    @Test
    void thinkTheSameForTheSameSeedAndOtherwiseForAnother() {
        assertThat(thoughts(42)).isEqualTo(thoughts(42)).isNotEqualTo(thoughts(43));
    }

    private static List<Long> thoughts(long seed) {
        Pacing pacing = pacing(0, seed);
        pacing.nextStart(0, 0);
        return java.util.stream.LongStream.range(0, 20)
                .map(i -> pacing.nextStart(0, 0))
                .boxed()
                .toList();
    }

    @Test
    void refuseARunTimeTooShortForAllToArrive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> users(10).during(Duration.ofSeconds(5)).spawnRate(1))
                .withMessage("all users arrive within the run time (5s), not 10 at 1/s");
    }

    @Test
    void areBoundByTimeAndNotByNumber() {
        assertThat(FOUR.requests()).isEmpty();
        assertThat(FOUR.virtualUsers()).isEqualTo(4);
        assertThat(FOUR.describe()).isEqualTo("4 users at 2/s, thinking 0.1us to 0.2us, for 3s");
    }

    @Test
    void haveAtLeastOneTask() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOUR.doing())
                .withMessage("users have at least one task, not []");
    }

    @Test
    void theMeanThinkTimeIsTheMiddleOfItsRange() {
        assertThat(ThinkTime.between(Duration.ofSeconds(1), Duration.ofSeconds(3))
                        .mean())
                .isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({
        "PT-1S, PT1S, 'a think time is not negative, but found -1s'",
        "PT3S, PT1S, 'a think time''s range runs from the shorter to the longer time, not 3s to 1s'",
        "PT1S, PT25H, 'a think time is at most 24 h, not 25h'"
    })
    void thinkTimesThatCannotBeAreRefused(Duration least, Duration most, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThinkTime.between(least, most))
                .withMessage(message);
    }
}
