package dev.versus.services.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.services.shop.fixture.Eventually;
import dev.versus.services.shop.fixture.FreePort;
import dev.versus.services.shop.fixture.JavaService;
import dev.versus.services.shop.fixture.RawBackend;
import dev.versus.services.shop.fixture.RawClient;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the forwarder makes of backends that break the rules. */
class BrokenUpstreamIT {

    private static final String GET = "GET /api/orders/1 HTTP/1.1\r\nHost: shop\r\n\r\n";
    private static final String POST = "POST /api/orders HTTP/1.1\r\nHost: shop\r\nContent-Length: 2\r\n\r\n{}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no http at all\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"
            })
    void anAnswerThatIsNoneIsABadGateway(String answer) throws Exception {
        try (RawBackend backend = RawBackend.answering(answer);
                JavaService balancer = balancer(backend.url())) {
            String reply = RawClient.exchange(balancer.url(), POST).text();
            assertThat(reply).startsWith("HTTP/1.1 502 Bad Gateway\r\n").contains("\"code\":\"upstream_broken\"");
            assertThat(backend.heads()).hasSize(1);
        }
    }

    @Test
    void aGetIsRepeatedOnceOnTheOtherReplica() throws Exception {
        try (RawBackend broken = RawBackend.answering("");
                RawBackend sound = RawBackend.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                JavaService balancer = balancer(broken.url() + "," + sound.url())) {
            for (int i = 0; i < 20; i++) {
                assertThat(RawClient.exchange(balancer.url(), GET.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"))
                                .text())
                        .startsWith("HTTP/1.1 200 OK\r\n");
            }
            assertThat(broken.heads()).isNotEmpty();
        }
    }

    @Test
    void aReplicaThatRefusesConnectionsIsPassedOverForEveryMethod() throws Exception {
        try (RawBackend sound = RawBackend.answering("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
                JavaService balancer = balancer("http://127.0.0.1:" + FreePort.find() + "," + sound.url())) {
            for (int i = 0; i < 10; i++) {
                assertThat(RawClient.exchange(balancer.url(), POST).text()).startsWith("HTTP/1.1 201 Created\r\n");
            }
        }
    }

    @Test
    void halfABodyIsNeverPassedOffAsAWholeOne() throws Exception {
        String half = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n";
        try (RawBackend backend = RawBackend.answering(half);
                JavaService balancer = balancer(backend.url())) {
            String reply = RawClient.exchange(balancer.url(), GET).text();
            assertThat(reply).startsWith("HTTP/1.1 200 OK\r\n").doesNotContain("0\r\n\r\n");
        }
    }

    @Test
    void headersOfTheUpstreamsHopAreNotPassedOn() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nConnection: X-Secret, close\r\nX-Secret: 1\r\nKeep-Alive: timeout=1\r\n"
                + "Set-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 2\r\n\r\nok";
        try (RawBackend backend = RawBackend.answering(answer);
                JavaService balancer = balancer(backend.url())) {
            assertThat(RawClient.exchange(balancer.url(), GET).text())
                    .contains("Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n")
                    .doesNotContainIgnoringCase("x-secret")
                    .doesNotContainIgnoringCase("keep-alive");
        }
    }

    private static JavaService balancer(String upstream) throws Exception {
        JavaService balancer = JavaService.start("balancer.LoadBalancer", Map.of("UPSTREAM", upstream));
        awaitListening(balancer.url());
        return balancer;
    }

    private static void awaitListening(URI url) throws Exception {
        Eventually.await("the balancer", Duration.ofSeconds(20), () -> {
            try (Socket socket = new Socket(url.getHost(), url.getPort())) {
                return socket.isConnected();
            } catch (IOException notYet) {
                return false;
            }
        });
    }
}
