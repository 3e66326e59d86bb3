package dev.versus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DB_PASSWORD=s3 OTHER=1 | DB_PASSWORD=*** OTHER=1",
                "{DB_PASSWORD=s3, OTHER=1} | {DB_PASSWORD=***, OTHER=1}",
                "-Dx.password=s3,s&3 -Xmx1g | -Dx.password=*** -Xmx1g",
                "-Dx.password=\"s 3\" -Xmx1g | -Dx.password=\"***\" -Xmx1g",
                "redis-server --requirepass s3 --save '' | redis-server --requirepass *** --save ''",
                "requirepass s3 | requirepass ***",
                "sh -c 'server --password s3' | sh -c 'server --password ***'",
                "server --password-stdin file | server --password-stdin file",
                "-javaagent:a.jar=token=s3 | -javaagent:a.jar=token=***",
                "password: s3 | password: ***",
                "CREATE USER a PASSWORD 's''3' | CREATE USER a PASSWORD '***''3'",
                "redis://user:s3@cache:6379/0 | redis://user:***@cache:6379/0",
                "redis://:s@3/s@cache:6379/0 | redis://:***@cache:6379/0",
                "https://0123456789abcdef0123@sentry.example/7 | https://***@sentry.example/7",
                "GET /a?token=s3&page=2 | GET /a?token=***&page=2",
                "jdbc:postgresql://h/db?user=a&password=s3 | jdbc:postgresql://h/db?user=a&password=***",
                "Authorization: Bearer s3 | Authorization: ***",
                "curl -H 'Authorization: Basic czM6czM=' http://a | curl -H 'Authorization: ***' http://a",
                "Cookie: a=s3; b=s3 | Cookie: ***",
                "sent Bearer s3.s3 to it | sent Bearer *** to it",
                "sent Basic czM6czM= to it | sent Basic *** to it",
                "{\"user\":\"a\",\"password\":\"s\\\"3\",\"n\":1} | {\"user\":\"a\",\"password\":\"***\",\"n\":1}",
                "{\"apiKey\": 123, \"n\": 1} | {\"apiKey\": ***, \"n\": 1}",
                "{\"credentials\":{\"a\":\"s3\"},\"n\":1} | {\"credentials\":***,\"n\":1}",
                "{\"tokens\":[\"s3\",\"s4\"],\"n\":1} | {\"tokens\":***,\"n\":1}",
                "{\\\"password\\\":\\\"s,3\\\"} | {\\\"password\\\":\\\"***\\\"}",
                "redis-cli -p 1 -a s3 ping | redis-cli -p 1 -a *** ping",
                "curl -u a:s3 http://a | curl -u *** http://a",
                "mysqladmin -ps3 ping | mysqladmin -p*** ping",
                "eyJhbGci.eyJzdWIi.c2ln | ***",
                "ghp_0123456789012345678901234567890123456 | ***"
            })
    void a_secret_in_a_text_is_masked(String text, String masked) {
        assertThat(Secrets.masked(text)).isEqualTo(masked);
        assertThat(Secrets.masked(masked)).as("masked twice").isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1000 × GET /api/products?page=2 at concurrency 50, keep-alive",
                "http://127.0.0.1:8080/user@host",
                "http://10.0.0.1:80/?author=me@home",
                "ssh://git@example.org/x",
                "store needs POSTGRES_PASSWORD in its environment, as its image does",
                "basic latency, Basic authentication, token bucket, passes",
                "-Xmx128m -XX:+UseSerialGC -Dport=8080 -Dtokenizer.size=4",
                "appendonly no, save ''",
                "shop flask-gunicorn SHOP_CPUS=0.5 in docker:network=host"
            })
    void a_text_without_secrets_stays_as_it_is(String text) {
        assertThat(Secrets.masked(text)).isEqualTo(text);
    }

    @Test
    void a_private_key_is_masked_whole() {
        String key = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc=\n-----END RSA PRIVATE KEY-----";
        assertThat(Secrets.masked("it says " + key + " there")).isEqualTo("it says *** there");
    }

    @Test
    void words_of_a_command_line_are_masked_whole() {
        assertThat(Secrets.masked(List.of(
                        "server",
                        "--password",
                        "s 3",
                        "--api-key=s 3",
                        "DB_PASSWORD=a\"b c",
                        "--token",
                        "--port",
                        "80")))
                .containsExactly(
                        "server", "--password", "***", "--api-key=***", "DB_PASSWORD=***", "--token", "--port", "80");
    }

    @Test
    void values_are_masked_by_their_names_and_by_what_is_in_them() {
        assertThat(Secrets.masked(Map.of(
                        "DB_PASSWORD", "s3",
                        "EMPTY_TOKEN", "",
                        "URL", "http://a:s3@b",
                        "PORT", "80")))
                .isEqualTo(Map.of("DB_PASSWORD", "***", "EMPTY_TOKEN", "", "URL", "http://a:***@b", "PORT", "80"));
    }

    @Test
    void an_exception_tells_no_secret() {
        assertThat(new InvalidInput("-Dversus.url=http://a:s3@b: expected another."))
                .hasMessage("-Dversus.url=http://a:***@b: expected another.");
    }

    @Test
    void long_texts_take_no_time_and_no_stack() {
        for (String part :
                List.of("a", "password \"", "password={", "\\\"", "://a:b", "a=", "\" : ", "redis-cli -a ")) {
            long start = System.nanoTime();
            var unused = Secrets.masked("token=\"" + part.repeat(16_000 / part.length()));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(part).isLessThan(Duration.ofSeconds(5));
        }
    }
}
