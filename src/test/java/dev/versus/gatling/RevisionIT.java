package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.revision.fixture.SampleRepository;
import dev.versus.simulations.LoadFixedRequests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that compare a system with itself at a revision. */
class RevisionIT {

    private static final String APP = """
            import os, time
            from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
            class Web(BaseHTTPRequestHandler):
                protocol_version = "HTTP/1.1"
                def do_GET(self):
                    time.sleep(MILLIS / 1000)
                    self.send_response(200)
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                def log_message(self, *words):
                    pass
            ThreadingHTTPServer((os.environ["HOST"], int(os.environ["PORT"])), Web).serve_forever()
            """;

    private static final String COMPOSE = """
            name: web
            services:
              web:
                command: ["python3", "app.py"]
                environment: {HOST: "0.0.0.0", PORT: "8000"}
                expose: ["8000"]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SampleRepository repository;

    @BeforeEach
    void prepare() {
        repository = SampleRepository.in(folder.resolve("project"));
        repository.write("systems/web/compose.yaml", COMPOSE);
        repository.write("systems/web/app.py", APP.replace("MILLIS", "2"));
        repository.commit("Answer in 2 ms");
    }

    private GatlingRun run(String... more) {
        List<String> usual = List.of(
                "system=" + repository.file(),
                "service=web",
                "path=/",
                "warmUp=1s",
                "concurrency=2",
                "requests=200",
                "rounds=6",
                "state=" + folder.resolve("state"),
                "cache=" + folder.resolve("cache"));
        return GatlingProcess.run(
                LoadFixedRequests.class,
                folder,
                Stream.concat(usual.stream(), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void a_change_that_makes_the_system_slower_breaks_the_gates_and_every_report_names_both_commits() {
        repository.write("systems/web/app.py", APP.replace("MILLIS", "20"));

        GatlingRun run = run("revision=main");

        assertThat(run.exitCode()).as(run.out() + run.err()).isNotZero();
        assertThat(run.results().get("judgements"))
                .filteredOn(one -> one.get("claim").get("gate").asBoolean()
                        && one.get("claim").get("text").asText().contains(" at main"))
                .extracting(one -> one.get("verdict").asText())
                .containsExactly("REFUTED", "REFUTED");
        String commit = repository.git("rev-parse", "--short=12", "HEAD").strip();
        String named = "commit " + commit + " \"Answer in 2 ms\"";
        assertThat(run.results().get("run").get("targets"))
                .extracting(target -> target.get("sources"))
                .extracting(
                        sources -> sources.get("commit").asText(),
                        sources -> sources.get("changed").asBoolean())
                .containsExactly(tuple(commit, true), tuple(commit, false), tuple(commit, false));
        assertThat(run.out())
                .contains("sources      web: web of ", named + " with uncommitted changes")
                .contains("sources      web at main: web of ");
        assertThat(run.file("comparison.md").orElseThrow()).contains("web at main: web of ", commit);
        assertThat(run.file("comparison.html").orElseThrow()).contains(commit, "with uncommitted changes");
        assertThat(run.file("rounds.jsonl").orElseThrow()).contains("\"source.commit\":\"commit " + commit);
        assertThat(run.results().get("findings"))
                .extracting(finding -> finding.get("diagnostic").asText())
                .doesNotContain("fingerprints-differ");
    }

    @Test
    void what_cannot_be_taken_is_told_before_anything_starts() {
        for (String ref : List.of("mian", "-x")) {
            GatlingRun run = run("revision=" + ref);
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(Refusal.BAD_INPUT);
            assertThat(run.err().strip().lines()).singleElement().asString().contains("'" + ref + "'");
            assertThat(run.out()).doesNotContain("versus: starting");
            assertThat(run.runFolders()).isEmpty();
        }
        assertThat(Files.exists(folder.resolve("state"))).isFalse();
    }
}
