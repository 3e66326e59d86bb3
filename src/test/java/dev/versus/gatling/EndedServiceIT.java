package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.gatling.fixture.EndingService;
import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.simulations.LoadFixedRequests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose service ends itself after a number of requests, as one that is recycled or killed. */
@Timeout(120)
class EndedServiceIT {

    private static final int ASSERTIONS_FAILED = 2;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private GatlingProcess start(int limit, String... more) throws IOException {
        Path classes = Path.of(EndingService.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Path system = Files.createDirectories(folder.resolve("recycled"));
        Files.writeString(system.resolve("compose.yaml"), """
                services:
                  web:
                    command: java -Xshare:auto -XX:TieredStopAtLevel=1 -cp '%s' %s
                    environment: {PORT: 8000, LIMIT: %d, EXIT: 0}
                    expose: [8000]
                    restart: always
                    depends_on: [seed]
                  seed:
                    command: sh -c 'sleep 2; echo seeded'
                """.formatted(classes, EndingService.class.getName(), limit));
        List<String> usual = List.of(
                "system=" + system,
                "service=web",
                "path=/",
                "concurrency=4",
                "warmUp=2s",
                "state=" + folder.resolve("state dir"));
        String[] settings = Stream.concat(usual.stream(), Stream.of(more)).toArray(String[]::new);
        return GatlingProcess.start(LoadFixedRequests.class, folder, settings);
    }

    private static void assertTold(GatlingRun run, String end, String lastLine) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ASSERTIONS_FAILED);
        assertThat(run.out())
                .contains("'process' leaves out these features of the Compose file:", "restarts of services that end")
                .contains("versus: " + end + "; no further round is played once web answers nothing")
                .contains("DIAGNOSTIC   service-ended: " + end + ", and requests to web need it; its log ends: ")
                .contains("    | " + lastLine)
                .contains("and the run ended early, which breaks the build")
                .doesNotContain("open-sesame");
        assertThat(run.line("gate: every round ended").failed()).isEqualTo(1);
        assertThat(run.line("gate: no request fails").failed()).isEqualTo(1);
        assertThat(run.file("comparison.md").orElseThrow())
                .contains(end, lastLine)
                .doesNotContain("open-sesame");
        assertThat(run.file("comparison.html").orElseThrow()).contains(end, lastLine);
        assertThat(run.file("rounds.jsonl").orElseThrow())
                .contains("{\"serviceEnd\":{\"service\":\"web-1\",\"targets\":[\"web\"]")
                .doesNotContain("open-sesame", "{\"stopped\":");
    }

    @Test
    void a_service_that_ends_while_it_warms_up_is_named_and_the_run_ends_at_once() throws IOException {
        try (GatlingProcess gatling = start(500, "requests=2000", "rounds=6")) {
            GatlingRun run = gatling.end();
            assertTold(run, "web-1 ended with exit code 0 while the run warmed up", "recycled after 500 requests");
            assertThat(run.rounds()).hasSize(1);
        }
    }

    @Test
    void a_service_that_is_killed_in_a_round_is_named_with_it() throws Exception {
        try (GatlingProcess gatling = start(Integer.MAX_VALUE, "requests=5000", "rounds=100")) {
            while (gatling.isAlive() && gatling.soFar().rounds().size() < 2) {
                Thread.sleep(50);
            }
            service(gatling.handle()).ifPresent(ProcessHandle::destroyForcibly);
            GatlingRun run = gatling.end();
            int last = run.rounds().size();
            assertThat(run.out())
                    .containsPattern("web-1 ended with exit code 137 in round (" + last + "|" + (last - 1) + ");");
            assertTold(run, "web-1 ended with exit code 137 in round " + roundOfEnd(run), "listening");
            assertThat(last).isBetween(3, 99);
        }
    }

    @Test
    void a_job_that_is_done_while_the_run_warms_up_is_told_and_makes_nothing_invalid() throws IOException {
        try (GatlingProcess gatling = start(Integer.MAX_VALUE, "requests=50", "rounds=1", "warmUp=6s")) {
            GatlingRun run = gatling.end();
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(run.out())
                    .contains(
                            "service-ended: seed-1 ended with exit code 0 while the run warmed up; its log ends: seeded")
                    .doesNotContain("need it");
            assertThat(run.line("gate: every round ended").failed()).isZero();
        }
    }

    private static Optional<ProcessHandle> service(ProcessHandle owner) {
        return owner.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst();
    }

    private static String roundOfEnd(GatlingRun run) {
        Matcher round = Pattern.compile("in round (\\d+);").matcher(run.out());
        assertThat(round.find()).isTrue();
        return round.group(1);
    }
}
