package dev.versus.gatling;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.TestCertificate;
import dev.versus.comparison.Stretch;
import dev.versus.comparison.Target;
import dev.versus.gatling.fixture.Http2Server;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Measurement;
import dev.versus.workload.FixedRequests;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.http.client.Http2PriorKnowledge;
import io.gatling.http.client.HttpClient;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.client.RequestBuilder;
import io.gatling.http.client.SslContextsHolder;
import io.gatling.http.client.resolver.InetAddressNameResolver;
import io.gatling.http.client.uri.Uri;
import io.gatling.http.engine.HttpClientFactory;
import io.gatling.http.util.SslContextsFactory;
import io.gatling.netty.util.Transports;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clients of HTTP/2, with TLS and without, and a server that drops, resets and leaves. */
@TestInstance(Lifecycle.PER_CLASS)
class Http2IT {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final long PATIENCE_SECONDS = 20;

    private final GatlingConfiguration configuration = GatlingConfiguration.load();
    private final EventLoopGroup threads = Transports.newEventLoopGroup(
            configuration.netty().useNativeTransport(), configuration.netty().useIoUring(), 1, "test");
    private final EventLoop eventLoop = threads.next();
    private final VirtualUser user = new VirtualUser(0, task -> {});
    private final Http2Server cleartext = Http2Server.cleartext();
    private Http2Server secured = cleartext;
    private SslContextsHolder contexts = new SslContextsHolder.Default(null, null);
    private HttpClient client = client();

    private HttpClient client() {
        var sslContexts = new SslContextsFactory(configuration.ssl(), false);
        return new CleartextHttp2(new HttpClientFactory(sslContexts, configuration).newClient(), configuration);
    }

    @BeforeAll
    void start(@TempDir Path folder) throws SSLException {
        TestCertificate certificate = TestCertificate.of("ip:127.0.0.1", folder);
        secured = Http2Server.secured(certificate);
        SslContext trusting = SslContextBuilder.forClient()
                .trustManager(certificate.certificate().toFile())
                .applicationProtocolConfig(Http2Server.protocols())
                .build();
        contexts = new SslContextsHolder.Default(trusting, trusting);
    }

    @AfterAll
    void close() throws Exception {
        client.close();
        cleartext.close();
        secured.close();
        var unused = threads.shutdownGracefully();
    }

    /** What Gatling would hear: the future ends as the request does. */
    private record Heard(CompletableFuture<String> end) implements HttpListener {
        @Override
        public void onFinalClientRequest(Request request) {}

        @Override
        public void onHttpResponse(HttpResponseStatus status, HttpHeaders headers) {}

        @Override
        public void onHttpResponseBodyChunk(ByteBuf chunk, boolean last) {
            if (last) {
                end.complete("answered");
            }
        }

        @Override
        public void onThrowable(Throwable cause) {
            end.complete("failed");
        }
    }

    private static Request request(String url, Duration timeout, InetAddressNameResolver resolver) {
        return new RequestBuilder("test", HttpMethod.GET, Uri.create(url), resolver)
                .setHttp2Enabled(true)
                .setHttp2PriorKnowledge(Http2PriorKnowledge.HTTP2_SUPPORTED)
                .setRequestTimeout(timeout.toMillis())
                .build();
    }

    /** Sends requests one after the other and returns what was measured. */
    private Measurement measured(String... urls) throws Exception {
        FixedRequests workload = fixedRequests(urls.length);
        Target target = new Target("web", List.of(URI.create("http://unused")));
        Stretch stretch =
                new Stretch(target, workload, workload.nextStep(List.of()).orElseThrow(), 1, Stretch.Part.ROUND, 1);
        StretchAssignment assignment = StretchAssignment.of(stretch, 0, System.nanoTime(), LONG);
        user.assign(assignment);
        for (String url : urls) {
            long now = System.nanoTime();
            user.starts(now, now);
            ended(request(url, LONG, InetAddressNameResolver.JAVA_RESOLVER));
            user.ended(System.nanoTime());
        }
        return assignment.recorder().measurement(Consumption.of(CpuTimes.none()));
    }

    private void ended(Request request) throws Exception {
        Heard heard = new Heard(new CompletableFuture<>());
        eventLoop.execute(() -> client.sendRequest(request, 1, eventLoop, new Exchange(user, heard), contexts));
        assertThat(heard.end.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/drop, CONNECTION",
        "/reset, CONNECTION",
        "/cut-drop, MALFORMED",
        "/cut-reset, MALFORMED",
    })
    void requestsThatAreDroppedOrResetFailAtOnceAndTheNextOneIsAnswered(String path, FailureKind kind)
            throws Exception {
        for (Http2Server server : List.of(secured, cleartext)) {
            Measurement measured = measured(server.address() + path, server.address() + "/next");
            assertThat(measured.failures()).as(server.address()).isEqualTo(Map.of(kind, 1L));
            assertThat(measured.answered()).isEqualTo(1);
        }
    }

    @Test
    void aBodyWithoutTlsCountsAsSentAndOneWithTlsUnpacked() throws Exception {
        assertThat(measured(cleartext.address() + "/packed").bodyBytes()).isEqualTo(Http2Server.PACKED);
        assertThat(measured(secured.address() + "/packed").bodyBytes()).isEqualTo("hello".length());
    }

    @Test
    void aConnectionThatTheServerWillLeaveIsClosedWithTheClient() throws Exception {
        try (Http2Server server = Http2Server.cleartext()) {
            assertThat(measured(server.address() + "/leave", server.address() + "/")
                            .answered())
                    .isEqualTo(2);
            assertThat(server.awaitConnections(2)).isTrue();
            client.close();
            client = client();
            assertThat(server.awaitClosed()).isTrue();
        }
    }

    @Test
    void aConnectionThatComesAfterItsRequestsTimeIsClosed() throws Exception {
        try (Http2Server server = Http2Server.cleartext()) {
            CompletableFuture<Promise<List<InetAddress>>> asked = new CompletableFuture<>();
            ended(request(server.address(), SHORT, new Slow(asked)));
            var unused =
                    asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS).setSuccess(List.of(InetAddress.getLoopbackAddress()));
            assertThat(server.awaitConnections(1)).isTrue();
            assertThat(server.awaitClosed()).isTrue();
        }
    }

    /** A resolver that leaves its answer to the test. */
    private record Slow(CompletableFuture<Promise<List<InetAddress>>> asked) implements InetAddressNameResolver {
        @Override
        public Future<List<InetAddress>> resolveAll(
                String host, Promise<List<InetAddress>> promise, HttpListener listener) {
            asked.complete(promise);
            return promise;
        }

        @Override
        public void close() {}
    }
}
