package dev.versus.services.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.services.shop.fixture.JavaService;
import dev.versus.services.shop.fixture.RawBackend;
import dev.versus.services.shop.fixture.RawClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests whose end two readers might see at different places must not reach a backend as two. */
class RequestSmugglingIT {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String POST = "POST /api/orders HTTP/1.1\r\nHost: shop\r\n";
    private static final String HIDDEN = "GET /api/orders/smuggled HTTP/1.1\r\nHost: shop\r\n\r\n";

    private static RawBackend backend;
    private static JavaService gateway;

    @BeforeAll
    static void open() throws Exception {
        backend = RawBackend.answering(ANSWER);
        gateway = JavaService.start(
                        "gateway.ApiGateway",
                        Map.of(
                                "PRODUCT_UPSTREAM", backend.url(),
                                "ORDER_UPSTREAM", backend.url(),
                                "REDIS_URL", "redis://127.0.0.1:1"))
                .awaitHealthy();
    }

    @AfterAll
    static void close() throws Exception {
        gateway.close();
        backend.close();
    }

    @BeforeEach
    void forget() {
        backend.forget();
    }

    static List<Arguments> ambiguous() {
        return List.of(
                payload("length and chunks", "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                payload("chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n"),
                payload("two lengths", "Content-Length: 0\r\nContent-Length: 60\r\n\r\n"),
                payload("a list of lengths", "Content-Length: 0, 60\r\n\r\n"),
                payload("a signed length", "Content-Length: +0\r\n\r\n"),
                payload("a hexadecimal length", "Content-Length: 0x0\r\n\r\n"),
                payload("a space before the colon", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
                payload("chunked is not the last coding", "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"),
                payload("an unknown coding", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
                payload("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n"),
                payload("a line feed ends a chunk extension", "Transfer-Encoding: chunked\r\n\r\n0;a\n\r\n"),
                payload("a line feed ends a chunk size", "Transfer-Encoding: chunked\r\n\r\n0\n\r\n"),
                payload("a chunk is longer than it says", "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n"),
                payload("a chunk size with a sign", "Transfer-Encoding: chunked\r\n\r\n-0\r\n\r\n"),
                payload("a carriage return in a value", "X: a\rContent-Length: 0\r\n\r\n"),
                payload("a folded line", "Transfer-Encoding:\r\n chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n"),
                Arguments.of(
                        "chunks in HTTP/1.0",
                        "POST /api/orders HTTP/1.0\r\nConnection: keep-alive\r\n"
                                + "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n" + HIDDEN));
    }

    private static Arguments payload(String name, String afterHost) {
        return Arguments.of(name, POST + afterHost + HIDDEN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambiguous")
    void anAmbiguousRequestNeverBecomesTwo(String name, String payload) throws Exception {
        RawClient.Reply reply = RawClient.exchange(gateway.url(), payload);
        assertThat(reply.isClosed()).isTrue();
        assertThat(reply.text()).matches("(?s)(HTTP/1\\.[01] 400 ((?!HTTP/1).)*)?");
        assertThat(backend.heads()).hasSizeLessThan(2).noneMatch(head -> head.contains("smuggled"));
        assertThat(backend.completed()).isZero();
    }

    @Test
    @DisplayName("a request within the body of another stays a body")
    void aRequestWithinABodyStaysABody() throws Exception {
        String reply = exchange(gateway.url(), POST + "Content-Length: " + HIDDEN.length() + "\r\n\r\n" + HIDDEN);
        assertThat(reply).startsWith("HTTP/1.1 200").endsWith("ok");
        assertThat(backend.heads()).singleElement().asString().startsWith("POST /api/orders HTTP/1.1\r\n");
    }

    @Test
    @DisplayName("the bytes of a line break in a path stay encoded")
    void anEncodedLineBreakStaysEncoded() throws Exception {
        String path = "/api/products/1%0d%0aGET%20/api/orders/smuggled";
        RawClient.exchange(gateway.url(), "GET " + path + " HTTP/1.1\r\nHost: shop\r\n\r\n");
        assertThat(backend.heads()).singleElement().asString().startsWith("GET " + path + " HTTP/1.1\r\n");
    }

    @Test
    @DisplayName("a body that breaks off never arrives as a whole one")
    void aBodyThatBreaksOffNeverArrivesAsAWholeOne() throws Exception {
        RawClient.sendAndLeave(gateway.url(), POST + "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n");
        RawClient.sendAndLeave(gateway.url(), POST + "Content-Length: 8\r\n\r\nhalf");
        assertThat(exchange(gateway.url(), HIDDEN)).startsWith("HTTP/1.1 200");
        assertThat(backend.heads()).hasSizeGreaterThan(1);
        assertThat(backend.completed()).isEqualTo(1);
    }

    @Test
    @DisplayName("two proper requests on one connection are two")
    void twoProperRequestsAreTwo() throws Exception {
        String first = POST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
        String reply = exchange(gateway.url(), first + HIDDEN);
        assertThat(reply.split("HTTP/1.1 200", -1)).hasSize(3);
        assertThat(backend.heads()).hasSize(2).anyMatch(head -> head.contains("smuggled"));
    }

    @Test
    @DisplayName("headers of one hop stay on it, in both directions")
    void headersOfOneHopStayOnIt() throws Exception {
        String head = String.join(
                "\r\n",
                "GET /api/products HTTP/1.1",
                "Host: shop",
                "Connection: keep-alive, X-Secret, host",
                "X-Secret: 1",
                "TE: trailers",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAAP__",
                "Proxy-Authorization: Basic eA==",
                "Keep-Alive: timeout=9",
                "Accept: text/html");
        RawClient.exchange(gateway.url(), head + "\r\n\r\n");
        assertThat(backend.heads())
                .singleElement()
                .asString()
                .containsIgnoringCase("accept: text/html")
                .containsIgnoringCase("host: 127.0.0.1")
                .doesNotContainIgnoringCase("x-secret")
                .doesNotContainIgnoringCase("upgrade")
                .doesNotContainIgnoringCase("proxy-authorization")
                .doesNotContainIgnoringCase("\r\nte:")
                .doesNotContainIgnoringCase("keep-alive:");
    }

    private static String exchange(URI server, String request) throws Exception {
        return RawClient.exchange(server, request).text();
    }
}
