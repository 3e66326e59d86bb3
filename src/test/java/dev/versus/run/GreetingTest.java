package dev.versus.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.versus.InvalidInput;
import dev.versus.Settings;
import dev.versus.TestCertificate;
import dev.versus.workload.Client.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class GreetingTest {

    private Path folder = Path.of("");
    private TestCertificate certificate;
    private TestCertificate ofElsewhere;
    private HttpsServer secured;
    private HttpsServer elsewhere;
    private HttpServer plain;

    @BeforeAll
    void listen(@TempDir Path made) throws IOException {
        folder = made;
        certificate = TestCertificate.of("ip:127.0.0.1", folder.resolve("here"));
        ofElsewhere = TestCertificate.of("dns:elsewhere.test", folder.resolve("elsewhere"));
        secured = securedBy(certificate);
        elsewhere = securedBy(ofElsewhere);
        plain = HttpServer.create(loopback(), 0);
        plain.start();
    }

    @AfterAll
    void close() {
        secured.stop(0);
        elsewhere.stop(0);
        plain.stop(0);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static HttpsServer securedBy(TestCertificate certificate) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.ofServer()));
        server.start();
        return server;
    }

    private static URI address(String scheme, HttpServer server) {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    private static Trust trust(String... settings) {
        Properties properties = new Properties();
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            properties.setProperty("versus." + parts[0], parts[1]);
        }
        return Trust.of(new Settings(properties));
    }

    private static void greet(Trust trust, URI address, Version version) {
        new Greeting(trust, "web").greet(address, version);
    }

    @Test
    void a_server_whose_authority_is_given_is_trusted() {
        Trust given = trust("caFile=" + certificate.certificate());
        assertThatCode(() -> greet(given, address("https", secured), Version.HTTP_1_1))
                .doesNotThrowAnyException();
    }

    @Test
    void a_server_of_an_unknown_authority_is_refused_with_the_ways_to_trust_it() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> greet(trust(), address("https", secured), Version.HTTP_1_1))
                .withMessageStartingWith(
                        "The certificate of the target 'web' at " + address("https", secured) + " is not trusted (")
                .withMessageEndingWith(
                        "): name the file of its authority by -Dversus.caFile=<PEM>, or trust any by -Dversus.insecure.");
    }

    @Test
    void a_certificate_for_another_name_is_refused() {
        Trust given = trust("caFile=" + ofElsewhere.certificate());
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> greet(given, address("https", elsewhere), Version.HTTP_1_1))
                .withMessageContaining("127.0.0.1");
    }

    @Test
    void an_insecure_run_trusts_anybody() {
        Trust all = trust("insecure=true");
        assertThatCode(() -> greet(all, address("https", elsewhere), Version.HTTP_1_1))
                .doesNotThrowAnyException();
    }

    @Test
    void an_authority_and_insecure_exclude_each_other() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> trust("insecure=true", "caFile=" + certificate.certificate()))
                .withMessageContaining("leave out one");
    }

    @Test
    void a_file_that_holds_no_certificate_is_named_before_anything_starts() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> trust("caFile=" + empty))
                .withMessage("-Dversus.caFile=" + empty
                        + " cannot be read (it holds no certificate): expected a file of certificates in PEM.");
    }

    @Test
    void a_server_without_tls_at_an_address_of_https_is_told() throws IOException {
        try (ServerSocket listening = answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            URI address = URI.create("https://127.0.0.1:" + listening.getLocalPort());
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> greet(trust(), address, Version.HTTP_1_1))
                    .withMessage(
                            "The target 'web' at " + address + " answers without TLS: is it an address of http://?");
        }
    }

    @Test
    void a_server_that_agrees_to_no_cipher_of_the_jdk_is_left_to_the_load() throws IOException {
        try (ServerSocket listening = answering("\25\3\3\0\2\2\50")) {
            URI address = URI.create("https://127.0.0.1:" + listening.getLocalPort());
            assertThatCode(() -> greet(trust(), address, Version.HTTP_1_1)).doesNotThrowAnyException();
        }
    }

    private static ServerSocket answering(String answer) throws IOException {
        ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        new Thread(() -> answerOnce(listening, answer)).start();
        return listening;
    }

    private static void answerOnce(ServerSocket listening, String answer) {
        try (Socket greeted = listening.accept()) {
            greeted.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            var unused = greeted.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_server_that_does_not_agree_to_http_2_is_told() {
        Trust given = trust("caFile=" + certificate.certificate());
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> greet(given, address("https", secured), Version.HTTP_2))
                .withMessageContaining("does not agree to HTTP/2 (ALPN)");
    }

    @Test
    void a_server_that_speaks_only_http_1_without_tls_is_told() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> greet(trust(), address("http", plain), Version.HTTP_2))
                .withMessageContaining("does not speak HTTP/2 without TLS (h2c with prior knowledge)");
    }

    @Test
    void a_server_that_is_not_there_is_left_to_the_load() throws IOException {
        int free;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = taken.getLocalPort();
        }
        URI dead = URI.create("https://127.0.0.1:" + free);
        assertThatCode(() -> greet(trust(), dead, Version.HTTP_2)).doesNotThrowAnyException();
    }

    @Test
    void http_1_without_tls_needs_no_greeting() {
        assertThatCode(() -> greet(trust(), address("http", plain), Version.HTTP_1_1))
                .doesNotThrowAnyException();
    }
}
