package dev.versus.simulations.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.EnvironmentChoice;
import dev.versus.run.EntryPoint;
import dev.versus.run.SystemUnderTest;
import dev.versus.workload.FixedRequests;
import dev.versus.workload.Stress;
import dev.versus.workload.ThinkTime;
import dev.versus.workload.Users;
import dev.versus.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransportTest {

    private final Transport memfd =
            new Transport("memfd", new SystemUnderTest("users", Optional.empty()).in(new EnvironmentChoice("process")));

    @Test
    void the_reported_load_is_that_of_the_report() {
        Users users = (Users) workload(memfd.asReported(Duration.ofMinutes(2)));
        assertThat(users.number()).isEqualTo(50);
        assertThat(users.spawnRate().perSecond()).isEqualTo(10);
        assertThat(users.thinkTime()).isEqualTo(ThinkTime.between(Duration.ofSeconds(1), Duration.ofSeconds(3)));
        assertThat(users.runTime()).isEqualTo(Duration.ofMinutes(2));
        assertThat(users.tasks()).allMatch(task -> task.weight() == 1);
        assertThat(users.tasks())
                .extracting(task -> task.request().path())
                .containsExactly("/api/users-via-api", "/api/users-via-shm");
    }

    @Test
    void a_loop_sends_as_fast_as_it_is_answered_over_kept_connections() {
        FixedRequests loop = (FixedRequests) workload(memfd.loop(Way.BY_SIZE, Payload.REPORTED, 64));
        assertThat(loop.concurrency()).isEqualTo(64);
        assertThat(loop.keepAlive()).isTrue();
        assertThat(loop.request().path()).startsWith("/api/users-by-size?");
    }

    @Test
    void a_staircase_rises_until_the_objective_is_missed() {
        Stress stairs = (Stress) workload(memfd.staircase(Way.REST, false));
        assertThat(stairs.from()).isEqualTo(1);
        assertThat(stairs.to()).isEqualTo(128);
        assertThat(stairs.request().path()).isEqualTo("/api/users-via-api?size=256873&pattern=repetitive");
    }

    @Test
    void names_tell_what_differs_from_the_usual_loop() {
        assertThat(List.of(
                        memfd.loop(Way.REST, Payload.REPORTED),
                        memfd.loop(Way.REST, Payload.REPORTED, 64),
                        memfd.loop(Way.SHARED_MEMORY, Payload.of(1_024)),
                        memfd.loop(
                                Way.SHARED_MEMORY,
                                Payload.REPORTED.ofRandomTexts().parsedAnew()),
                        memfd.staircase(Way.REST, true)))
                .extracting(EntryPoint::name)
                .containsExactly(
                        "memfd-rest",
                        "memfd-rest-64-at-once",
                        "memfd-shm-1024",
                        "memfd-shm-random-parsed",
                        "memfd-rest-staircase");
    }

    private static Workload workload(EntryPoint target) {
        return target.workload().orElseThrow();
    }
}
