package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.TestCertificate;
import dev.versus.gatling.fixture.GatlingRun;
import dev.versus.gatling.fixture.Nginx;
import dev.versus.gatling.fixture.RecordingServer;
import dev.versus.gatling.fixture.RecordingServer.Received;
import dev.versus.gatling.fixture.ShellRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every workload and every command of docs/workloads.md, and what a server gets from them. */
class WorkloadsPageIT {

    private static final Path PAGE = Path.of("docs/workloads.md");
    private static final Path SIMULATIONS = Path.of("src/test/java/dev/versus/gatling/fixture");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Map<String, String> SECRETS =
            Map.of("SHOP_USER", "aladdin-7f3a", "SHOP_PASSWORD", "open sesame 91c4", "SHOP_TOKEN", "t0k3n-5d2e8b");
    private static final String BASIC = "Basic YWxhZGRpbi03ZjNhOm9wZW4gc2VzYW1lIDkxYzQ=";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static String section(String title) throws IOException {
        String page = Files.readString(PAGE);
        return Arrays.stream(page.split("\n## "))
                .filter(section -> section.startsWith(title + "\n"))
                .findFirst()
                .orElseThrow();
    }

    private static String plain(String code) {
        return code.replaceAll("\\s", "");
    }

    private GatlingRun run(String commands, RecordingServer server) {
        String here = commands.replace(":8080", ":" + server.port());
        GatlingRun run = ShellRun.of(here, folder, SECRETS);
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertNoSecretIn(folder);
        return run;
    }

    private static void assertNoSecretIn(Path folder) {
        List<String> secrets = Stream.concat(SECRETS.values().stream(), Stream.of(BASIC.substring("Basic ".length())))
                .toList();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(secrets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a section of the page promises to send. */
    private static void assertSent(String title, List<Received> received) {
        List<Received> all =
                received.stream().filter(one -> belongsTo(title, one)).toList();
        assertThat(all).as(title).hasSizeGreaterThanOrEqualTo(200);
        switch (title) {
            case "Headers" ->
                assertThat(all).allSatisfy(one -> {
                    assertThat(one.headers().get("Accept")).containsExactly("text/html; q=0.9");
                    assertThat(one.headers().get("Host")).containsExactly("shop.example");
                });
            case "Several endpoints" -> assertMixed(all);
            default -> assertThat(all).extracting(one -> told(title, one)).containsOnly(promised(title));
        }
    }

    /** The part of a request that its section is about. */
    private static String told(String title, Received one) {
        return switch (title) {
            case "Credentials" -> one.header("Authorization");
            case "Bodies", "Files", "Forms" -> one.header("Content-Type") + " " + one.body();
            default -> one.uri();
        };
    }

    private static String[] promised(String title) {
        return switch (title) {
            case "Methods and queries" -> new String[] {"/api/orders?older%20than=30%20days"};
            case "Credentials" -> new String[] {BASIC};
            case "Bodies" -> new String[] {"application/json {\"quantity\": 2}"};
            case "Files" -> new String[] {"image/png \u0089PNG\u00ff\0"};
            case "Forms" -> new String[] {"application/x-www-form-urlencoded name=Ann%20%26%20Bob&remember=yes"};
            case "Feeds" -> new String[] {"/api/products/1?name=apple", "/api/products/2?name=pear%2C%20green"};
            default -> new String[] {"/v6"};
        };
    }

    private static boolean belongsTo(String title, Received one) {
        String path = one.method() + " " + one.uri();
        return switch (title) {
            case "Methods and queries" -> path.startsWith("DELETE /api/orders?");
            case "Headers" -> path.equals("GET /api/products");
            case "Credentials" -> path.equals("GET /private");
            case "Bodies" -> path.equals("PUT /api/orders/7");
            case "Files" -> path.equals("POST /api/images");
            case "Forms" -> path.equals("POST /login");
            case "Several endpoints" -> List.of("GET /cheap", "POST /dear").contains(path);
            case "Feeds" -> path.startsWith("GET /api/products/");
            default -> path.equals("GET /v6");
        };
    }

    private static void assertMixed(List<Received> all) {
        double cheap = all.stream().filter(one -> one.uri().equals("/cheap")).count();
        assertThat(cheap / all.size()).isBetween(0.65, 0.85);
        assertThat(all.stream().filter(one -> one.uri().equals("/dear")))
                .allSatisfy(one -> assertThat(one.body()).isEqualTo("{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Methods and queries",
                "Headers",
                "Credentials",
                "Bodies",
                "Files",
                "Forms",
                "Several endpoints",
                "Feeds",
                "IPv6 and host names"
            })
    void a_command_sends_what_the_page_says(String title) throws IOException {
        Matcher command = SHELL.matcher(section(title));
        assertThat(command.find()).isTrue();
        try (RecordingServer server = RecordingServer.at(title.startsWith("IPv6") ? "::1" : "127.0.0.1")) {
            run(command.group(1), server);
            assertSent(title, server.received());
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTPS, /over-tls, https, HTTP/1.1", "HTTP/2, /over-http-2, http, HTTP/2.0"})
    void a_command_speaks_as_the_page_says(String title, String path, String scheme, String protocol)
            throws IOException {
        assumeTrue(Nginx.program().isPresent(), "this machine has nginx");
        TestCertificate certificate = TestCertificate.of("ip:127.0.0.1", folder.resolve("certificate"));
        Files.copy(certificate.certificate(), folder.resolve("ca.pem"));
        Matcher command = SHELL.matcher(section(title));
        assertThat(command.find()).isTrue();
        try (Nginx nginx = Nginx.start(folder.resolve("nginx"), certificate)) {
            String here = command.group(1)
                    .replace(":8443", ":" + nginx.secured().getPort())
                    .replace(":8080", ":" + nginx.cleartext().getPort());
            GatlingRun run = ShellRun.of(here, folder, Map.of());
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(nginx.logged(path)).hasSizeGreaterThan(100).allSatisfy(logged -> {
                assertThat(logged.scheme()).isEqualTo(scheme);
                assertThat(logged.protocol()).isEqualTo(protocol);
            });
        }
    }

    @Test
    void a_simulation_sends_what_the_page_says() throws IOException {
        String files =
                "printf '\\211PNG\\377\\000' >image.png; printf 'id,name\\n1,apple\\n2,\"pear, green\"\\n' >products.csv\n";
        String maven = "./mvnw gatling:test -Dgatling.simulationClass=dev.versus.gatling.fixture.EveryRequest"
                + " -Dversus.url='http://[::1]:8080' -Dversus.allow=::1";
        try (RecordingServer server = RecordingServer.at("::1")) {
            GatlingRun run = run(files + maven, server);
            for (String title : List.of("Headers", "Credentials", "Bodies", "Files", "Forms", "Feeds", "IPv6")) {
                assertSent(title, server.received());
            }
            assertSent("Methods and queries", server.received());
            assertSent("Several endpoints", server.received());
            assertThat(server.received().stream().filter(one -> one.uri().equals("/tokens")))
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.header("Authorization")).isEqualTo("Bearer t0k3n-5d2e8b"));
            assertThat(run.file("rounds.jsonl").orElseThrow()).contains("basic:SHOP_USER:SHOP_PASSWORD");
        }
    }

    @Test
    void the_page_shows_workloads_of_simulations_that_are_run() throws IOException {
        String simulations = plain(Files.readString(SIMULATIONS.resolve("EveryRequest.java"))
                + Files.readString(SIMULATIONS.resolve("Protocols.java"))
                + Files.readString(SIMULATIONS.resolve("TwoEndpoints.java")));
        assertThat(JAVA.matcher(Files.readString(PAGE)).results().map(code -> plain(code.group(1))))
                .hasSizeGreaterThan(8)
                .allSatisfy(code -> assertThat(simulations).contains(code));
    }
}
