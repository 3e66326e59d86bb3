package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.TestCertificate;
import dev.versus.gatling.fixture.GatlingProcess;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.gatling.fixture.Nginx;
import dev.versus.gatling.fixture.Nginx.Logged;
import dev.versus.gatling.fixture.Protocols;
import dev.versus.simulations.LoadFixedRequests;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real runs against a real nginx, over TLS and HTTP/2. */
@TestInstance(Lifecycle.PER_CLASS)
class ProtocolsIT {

    private Path folder = Path.of("");
    private TestCertificate certificate;
    private Nginx nginx;
    private GatlingRun run;

    @BeforeAll
    void runOnce(@TempDir Path made) {
        folder = made;
        assumeTrue(Nginx.program().isPresent(), "this machine has nginx");
        certificate = TestCertificate.of("ip:127.0.0.1", folder.resolve("certificate"));
        nginx = Nginx.start(folder.resolve("nginx"), certificate);
        run = GatlingProcess.run(
                Protocols.class,
                folder.resolve("protocols"),
                "secured=" + nginx.secured(),
                "cleartext=" + nginx.cleartext(),
                "caFile=" + certificate.certificate(),
                "allow=127.0.0.1",
                "warmUp=1s",
                "seed=42");
    }

    @AfterAll
    void close() {
        if (nginx != null) {
            nginx.close();
        }
    }

    @Test
    void everyRequestIsAnsweredAlsoWhereTheServerClosesConnections() {
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.rounds()).hasSize(10).allSatisfy(round -> {
            assertThat(round.measurement().failures()).isEmpty();
            assertThat(round.measurement().answered()).isEqualTo(round.target().equals("big") ? 40 : 400);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/https, https, HTTP/1.1",
        "/http2, https, HTTP/2.0",
        "/h2c, http, HTTP/2.0",
        "/posted, http, HTTP/2.0",
        "/big, http, HTTP/2.0"
    })
    void eachTargetIsSpokenToInItsOwnProtocol(String path, String scheme, String protocol) {
        assertThat(nginx.logged(path)).isNotEmpty().allSatisfy(logged -> {
            assertThat(logged.scheme()).isEqualTo(scheme);
            assertThat(logged.protocol()).isEqualTo(protocol);
        });
    }

    @Test
    void bodiesAreSentAndReceivedWhole() {
        assertThat(nginx.logged("/posted"))
                .allSatisfy(logged -> assertThat(logged.bytes()).isEqualTo("17"));
        assertThat(run.round("big").measurement().bodyBytes()).isEqualTo(40 * 300_000);
    }

    @Test
    void theProtocolsOfOneAddressShareNoConnection() {
        assertThat(connections("/https")).doesNotContainAnyElementsOf(connections("/http2"));
    }

    private Set<Integer> connections(String path) {
        return nginx.logged(path).stream().map(Logged::connection).collect(Collectors.toSet());
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefusedBeforeAnythingIsSent() {
        GatlingRun refused = load("refused", "url=" + nginx.secured(), "path=/refused");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("is not trusted (").contains("-Dversus.caFile=<PEM>");
        assertThat(nginx.logged("/refused")).isEmpty();
    }

    @Test
    void aLoadSimulationTrustsTheGivenAuthority() {
        GatlingRun loaded =
                load("trusting", "url=" + nginx.secured(), "path=/trusting", "caFile=" + certificate.certificate());
        assertThat(loaded.exitCode()).as(loaded.out() + loaded.err()).isZero();
        assertThat(nginx.logged("/trusting")).isNotEmpty();
    }

    @Test
    void aLoadSimulationSpeaksHttp2AndTrustsAnybodyOnRequest() {
        GatlingRun loaded =
                load("insecure", "url=" + nginx.secured().toString(), "path=/insecure", "insecure", "http2=true");
        assertThat(loaded.exitCode()).as(loaded.out() + loaded.err()).isZero();
        assertThat(nginx.logged("/insecure"))
                .isNotEmpty()
                .allSatisfy(logged -> assertThat(logged.protocol()).isEqualTo("HTTP/2.0"));
    }

    @Test
    void aLoadSimulationSpeaksHttp2WithoutTls() {
        GatlingRun loaded = load("h2c", "url=" + nginx.cleartext(), "path=/loaded", "http2");
        assertThat(loaded.exitCode()).as(loaded.out() + loaded.err()).isZero();
        assertThat(nginx.logged("/loaded"))
                .isNotEmpty()
                .allSatisfy(logged -> assertThat(logged.protocol()).isEqualTo("HTTP/2.0"));
    }

    private GatlingRun load(String name, String... settings) {
        String[] all = Stream.concat(
                        Stream.of(settings),
                        Stream.of("allow=127.0.0.1", "requests=50", "concurrency=2", "rounds=1", "warmUp=1s"))
                .toArray(String[]::new);
        return GatlingProcess.run(LoadFixedRequests.class, folder.resolve(name), all);
    }
}
