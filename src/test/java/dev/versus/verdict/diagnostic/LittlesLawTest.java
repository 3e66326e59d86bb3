package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import dev.versus.measurement.FailureKind;
import dev.versus.workload.ConstantRate;
import dev.versus.workload.Rate;
import dev.versus.workload.Sequential;
import dev.versus.workload.Users;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LittlesLawTest {

    private final LittlesLaw littlesLaw = new LittlesLaw();

    @Test
    void isSilentWhenTheBooksBalance() {
        assertThat(littlesLaw.examine(Sample.ofHealthy("a", "b").evidence())).areNone();
    }

    @Test
    void warnsWhenUsersIdleBetweenRequests() {
        Evidence evidence = new Sample()
                .target("a", round -> Seen.answering(1, 10_000, 4_000))
                .evidence();
        assertThat(littlesLaw.examine(evidence)).warnOf("a").because("-19.6 %");
    }

    @Test
    void invalidatesWhatCannotBe() {
        Evidence evidence = new Sample()
                .target("a", round -> Seen.answering(1, 10_000, 6_000))
                .evidence();
        assertThat(littlesLaw.examine(evidence)).invalidate("a");
    }

    @Test
    void allowsFewRequestsAUserTheirRampDown() {
        // 50 users share 100 requests of 50 ms: 100 ms at best, and the last of them ends 40 ms later.
        Evidence evidence = new Sample()
                .target("a", round -> Seen.answering(0.14, 100, 50_000))
                .evidence();
        assertThat(littlesLaw.examine(evidence)).areNone();
    }

    @Test
    void allowsNothingToOneAfterAnother() {
        Evidence evidence = new Sample()
                .target("a", Sequential.sequential(100), round -> Seen.answering(0.11, 100, 1_000))
                .target("b", Sequential.sequential(100), round -> Seen.answering(0.102, 100, 1_000))
                .evidence();
        assertThat(littlesLaw.examine(evidence)).warnOf("a");
    }

    @Test
    void countsThinkingAndArrivingUsers() {
        // 50 users at 10/s for 60 s, 2 s of thinking and 10 ms of waiting: (50 * 60 - 122.5) / 2.01 = 1431 requests.
        Users users = Users.users(50).spawnRate(10).during(Duration.ofSeconds(60));
        Evidence evidence = new Sample()
                .target("a", users, round -> Seen.answering(60, 1_431, 10_000))
                .target("idle", users, round -> Seen.answering(60, 1_200, 10_000))
                .evidence();
        assertThat(littlesLaw.examine(evidence)).warnOf("idle");
    }

    @Test
    void leavesRoundsWithUnansweredRequestsAndOpenWorkloadsAlone() {
        Evidence evidence = new Sample()
                .target("a", round -> Seen.answering(1, 10_000, 1_000).failing(FailureKind.TIMEOUT, 3))
                .target("b", ConstantRate.constantRate(Rate.perSecond(100)), round -> Seen.answering(10, 1_000, 900))
                .evidence();
        assertThat(littlesLaw.examine(evidence)).areNone();
    }
}
