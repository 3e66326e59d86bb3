package dev.versus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "DB_PASSWORD",
                "PGPASSWORD",
                "POSTGRES_PASSWORD",
                "password2",
                "DB_PASSWORD_PROD",
                "passwords",
                "MYSQL_PWD",
                "passwd",
                "ssl_passphrase",
                "DB_PASS",
                "requirepass",
                "tls-key-file-pass",
                "--requirepass",
                "masterauth",
                "BASIC_AUTH",
                "-Dspring.datasource.password",
                "-Dpwd",
                "javax.net.ssl.keyStorePassword",
                "clientSecret",
                "SECRET_KEY_BASE",
                "DJANGO_SECRET",
                "token",
                "authToken",
                "API_TOKEN_STRIPE",
                "apiKey",
                "APIKey",
                "X-Api-Key",
                "api_key",
                "OPENAI_APIKEY",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_ACCESS_KEY_ID",
                "private-key",
                "session_key",
                "JSESSIONID",
                "credentials",
                "Authorization",
                "Proxy-Authorization",
                "Set-Cookie",
                "SENTRY_DSN",
                "AZURE_STORAGE_CONNECTION_STRING"
            })
    void tells_a_secret(String name) {
        assertThat(SecretName.tells(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "author",
                "authority",
                "authentication",
                "auth_method",
                "POSTGRES_HOST_AUTH_METHOD",
                "keepAlive",
                "keepalive_requests",
                "key",
                "keyspace",
                "monkey",
                "passes",
                "passenger",
                "bypass",
                "compass",
                "proxy_pass_header",
                "tokenizer",
                "tokenizer.size",
                "token_ttl",
                "token.bucket",
                "max_tokens",
                "maxNewTokens",
                "secretary",
                "POSTGRES_PASSWORD_FILE",
                "password_encryption",
                "PASSWORD_MIN_LENGTH",
                "ALLOW_EMPTY_PASSWORD",
                "--password-stdin",
                "--no-auth",
                "cookie.name",
                "session.timeout",
                "sessions",
                "user",
                "XX:+UseSerialGC",
                "requestTimeout",
                "PYTHONHASHSEED"
            })
    void tells_none(String name) {
        assertThat(SecretName.tells(name)).isFalse();
    }
}
