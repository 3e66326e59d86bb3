package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.gatling.fixture.CookieServer;
import dev.versus.gatling.fixture.CookieServer.Asked;
import dev.versus.gatling.fixture.Cookies;
import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.measurement.Round;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One real run against servers that set cookies: what is sent to one target does not come back to another, nor to itself a round later. */
@TestInstance(Lifecycle.PER_CLASS)
class CleanUsersIT {

    private final CookieServer server = CookieServer.start("one");
    private final CookieServer other = CookieServer.start("another");
    private GatlingRun run = new GatlingRun(Path.of(""), -1);

    @BeforeAll
    void runOnce(@TempDir Path folder) {
        run = GatlingProcess.run(
                Cookies.class,
                folder,
                "url=" + server.address(),
                "other=" + other.address(),
                "allow=127.0.0.1",
                "warmUp=1s",
                "seed=42");
    }

    @AfterAll
    void close() {
        server.close();
        other.close();
    }

    @Test
    void noTargetIsSentACookieOfAnotherNorTooLongAHeader() {
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.rounds())
                .hasSize(18)
                .allSatisfy(round -> assertThat(round.measurement().failures()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/growing", "/one", "/rate", "/stairs", "/unkept", "/strangers"})
    void whoeverKeepsNoJarSendsNoCookiesAtAll(String path) {
        assertThat(server.asked(path))
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked.cookie()).isEmpty());
    }

    @Test
    void aUserSendsTheCookiesOfItsTargetFromItsSecondRequestOfARoundOn() {
        for (Round round : rounds("visited")) {
            List<Asked> inRound = in(round, server.asked("/visited"));
            assertThat(inRound).hasSizeGreaterThan(30);
            assertThat(inRound.stream().filter(asked -> asked.cookie().isEmpty()))
                    .hasSize(3);
        }
        assertThat(other.asked("/other").stream().flatMap(asked -> asked.cookie().stream()))
                .isNotEmpty()
                .containsOnly("session=another");
    }

    @Test
    void aWorkloadThatAsksForAJarHasOneForEachVirtualUserAndRound() {
        for (Round round : rounds("kept")) {
            List<Asked> inRound = in(round, server.asked("/kept"));
            assertThat(inRound).hasSize(40);
            assertThat(inRound.stream().filter(asked -> asked.cookie().isEmpty()))
                    .hasSize(4);
        }
    }

    @Test
    void nobodyTellsOnWhichPageHeWasBefore() {
        assertThat(server.asked("/visited"))
                .allSatisfy(asked -> assertThat(asked.referer()).isEmpty());
        assertThat(other.asked("/other"))
                .allSatisfy(asked -> assertThat(asked.referer()).isEmpty());
    }

    @Test
    void connectionsThatAreKeptServeNoTargetThatKeepsNone() {
        for (Round round : rounds("unkept")) {
            Set<Integer> unkept = connections(in(round, server.asked("/unkept")));
            assertThat(unkept).hasSize(40);
            assertThat(connections(in(rounds("growing").get(1), server.asked("/growing"))))
                    .doesNotContainAnyElementsOf(unkept);
        }
    }

    @Test
    void targetsAtOneAddressThatKeepConnectionsShareThem() {
        assertThat(connections(server.asked("/growing"))).containsAnyElementsOf(connections(server.asked("/kept")));
    }

    private List<Round> rounds(String target) {
        return run.rounds().stream()
                .filter(round -> round.target().equals(target))
                .toList();
    }

    /** The requests from the beginning of a round to that of the next one. */
    private List<Asked> in(Round round, List<Asked> asked) {
        Instant end = run.rounds().stream()
                .map(Round::started)
                .filter(round.started()::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return asked.stream()
                .filter(one -> !one.at().isBefore(round.started()) && !one.at().isAfter(end))
                .toList();
    }

    private static Set<Integer> connections(List<Asked> asked) {
        return asked.stream().map(Asked::connection).collect(Collectors.toSet());
    }
}
