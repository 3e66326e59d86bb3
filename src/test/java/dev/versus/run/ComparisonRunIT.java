package dev.versus.run;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import dev.versus.Settings;
import dev.versus.comparison.GeneratorStalled;
import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Outcome;
import dev.versus.report.Results;
import dev.versus.report.RunHeader;
import dev.versus.report.SecondDraw;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Subject;
import dev.versus.verdict.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole comparison whose load another generator than Gatling offers. */
class ComparisonRunIT {

    static {
        // Without it an answer waits now and then for 40 ms, until the client acknowledges its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final byte[] BODY = {'o', 'k'};
    /** Long beside the time that a kernel takes to wake a server on another CPU, so that two equal servers are told as equal. */
    private static final long PROMPT_MILLIS = 3;

    private static final long SLOW_MILLIS = 12;
    private static final String LATE = "the slow one is as fast";

    @TempDir
    Path reports;

    private final List<String> said = new ArrayList<>();
    private final List<Outcome> over = new ArrayList<>();
    private HttpServer prompt;
    private HttpServer slow;
    private volatile long slowMillis = SLOW_MILLIS;
    private long slowMillisInTheEnd = SLOW_MILLIS;
    private boolean stalledInTheEnd;

    @BeforeEach
    void serve() throws IOException {
        prompt = server(() -> PROMPT_MILLIS);
        slow = server(() -> slowMillis);
    }

    @AfterEach
    void stop() {
        prompt.stop(0);
        slow.stop(0);
    }

    private static HttpServer server(LongSupplier millis) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                Thread.sleep(millis.getAsLong());
                exchange.sendResponseHeaders(200, BODY.length);
                exchange.getResponseBody().write(BODY);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return server;
    }

    private static EntryPoint target(String name, HttpServer server) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new EntryPoint(name, new EntryPoint.Address(address));
    }

    private ComparisonRun prepare(ComparisonDraft draft) {
        var given = new Properties();
        given.putAll(Map.of("versus.warmUp", "1s", "versus.rounds", "6", "versus.seed", "7"));
        return ComparisonRun.prepare(draft, new Settings(given), author(), said::add);
    }

    private Author author() {
        return new Author() {
            @Override
            public String name() {
                return "of this test";
            }

            @Override
            public void roundsOver(RunHeader run, Outcome outcome) {
                over.add(outcome);
                slowMillis = slowMillisInTheEnd;
            }
        };
    }

    private static ComparisonDraft draft(EntryPoint quick, EntryPoint late) {
        return new ComparisonDraft(List.of(quick, late))
                .under(fixedRequests(30).concurrency(1).get("/"))
                .gate(
                        "the slow one takes longer",
                        Subject.of(Figure.MEAN, late).relativeTo(quick).isAtLeast(1.5))
                .gate(
                        "the prompt one is slow too",
                        Subject.of(Figure.MEAN, quick).isAtLeast(SLOW_MILLIS));
    }

    @Test
    void a_run_needs_no_more_of_its_generator_than_that_it_offers_load() throws IOException {
        EntryPoint quick = target("prompt", prompt);
        EntryPoint late = target("slow", slow);
        Path folder = Files.createDirectory(reports.resolve("run"));

        try (ComparisonRun run = prepare(draft(quick, late))) {
            assertThat(run.setup().virtualUsers()).isEqualTo(1);
            assertThat(run.passes("the slow one takes longer")).isFalse();

            run.conduct(new OneByOne(run::meterOf), folder);

            Results results = run.results().orElseThrow();
            assertThat(results.judgements())
                    .extracting(judgement -> judgement.claim().text(), judgement -> judgement.verdict())
                    .contains(
                            tuple("the slow one takes longer", Verdict.CONFIRMED),
                            tuple("the prompt one is slow too", Verdict.REFUTED));
            assertThat(run.gates())
                    .containsExactly("every round ended", "the slow one takes longer", "the prompt one is slow too");
            assertThat(run.passes("every round ended")).isTrue();
            assertThat(run.passes("the slow one takes longer")).isTrue();
            assertThat(run.passes("the prompt one is slow too")).isFalse();
        }
        assertThat(folder)
                .isDirectoryContaining("glob:**/comparison.html")
                .isDirectoryContaining("glob:**/rounds.jsonl");
        assertThat(over).hasSize(1);
        assertThat(said).anyMatch(line -> line.startsWith("versus: warmed up with"));
    }

    @Test
    void a_gate_on_a_ratio_is_broken_if_a_second_draw_refutes_it_too() throws IOException {
        Results results = drawnTwice();
        assertThat(results.judgement(LATE).orElseThrow().verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(results.secondDraws()).extracting(SecondDraw::verdict).containsExactly(Verdict.REFUTED);
    }

    @Test
    void a_gate_on_a_ratio_is_not_decided_if_a_second_draw_does_not_refute_it() throws IOException {
        slowMillisInTheEnd = PROMPT_MILLIS;
        Results results = drawnTwice();
        assertThat(results.judgement(LATE).orElseThrow().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(results.secondDraws()).extracting(SecondDraw::claim).containsExactly(LATE);
    }

    @Test
    void a_second_draw_that_fails_leaves_the_gate_undecided_and_the_reports_written() throws IOException {
        stalledInTheEnd = true;
        Results results = drawnTwice();
        assertThat(results.judgement(LATE).orElseThrow())
                .satisfies(gate -> assertThat(gate.verdict()).isEqualTo(Verdict.INCONCLUSIVE))
                .satisfies(gate -> assertThat(gate.reason()).contains("did not come to its end: 1 virtual users have"));
        assertThat(said).anyMatch(line -> line.startsWith("versus: the second draw failed: 1 virtual users have"));
        assertThat(reports.resolve("run")).isDirectoryContaining("glob:**/comparison.html");
    }

    /** Loads one by one; in a second draw nothing comes back, if that is asked for. */
    private LoadGenerator generator(ComparisonRun run) {
        var generator = new OneByOne(run::meterOf);
        return stretch -> {
            if (stalledInTheEnd && !over.isEmpty()) {
                throw new GeneratorStalled(1, stretch.target().name(), Duration.ZERO);
            }
            return generator.offer(stretch);
        };
    }

    private Results drawnTwice() throws IOException {
        EntryPoint quick = target("prompt", prompt);
        EntryPoint late = target("slow", slow);
        ComparisonDraft draft = new ComparisonDraft(List.of(quick, late))
                .under(fixedRequests(30).concurrency(1).get("/"))
                .gate(LATE, Subject.of(Figure.MEAN, late).relativeTo(quick).isAtMost(2));
        try (ComparisonRun run = prepare(draft)) {
            run.conduct(generator(run), Files.createDirectory(reports.resolve("run")));
            assertThat(said)
                    .contains("versus: '" + LATE + "' looks broken: starting anew, for a second draw of rounds");
            return run.results().orElseThrow();
        }
    }
}
