package dev.versus.gatling;

import static dev.versus.gatling.Turnstile.turnstile;
import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.versus.run.GeneratorSetup;
import dev.versus.workload.Request;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Map;
import java.util.Objects;

/**
 * Builds Gatling's requests, and the one chain of actions that all virtual users follow.
 *
 * @param messages what each request sends
 */
record Requests(GeneratorSetup setup, Map<Request, Message> messages) {

    private static final String PLACEHOLDER = "#{";

    ChainBuilder chain(VirtualUsers users) {
        return exec(session -> session.set(VirtualUser.KEY, users.join())).exec(turnstile(this));
    }

    HttpRequestActionBuilder of(Call call) {
        Message message = Objects.requireNonNull(messages.get(call.request()));
        HttpRequestActionBuilder request = (message.isFed() ? filled(call, message) : asItIs(call, message))
                .requestTimeout(setup.requestTimeout())
                .check(status().validate("success", Requests::succeeded));
        if (!call.keepAlive()) {
            request = request.header("Connection", "close");
        }
        return request;
    }

    /** Builds a request that is the same each time: Gatling reads its address, headers and body once. */
    private static HttpRequestActionBuilder asItIs(Call call, Message message) {
        var request = http(call.name()).httpRequest(call.request().method(), call.url());
        for (var header : message.headers().entrySet()) {
            String value = message.header(header.getValue(), 0);
            // Gatling would take a placeholder for one of its own.
            request = value.contains(PLACEHOLDER)
                    ? request.header(header.getKey(), session -> value)
                    : request.header(header.getKey(), value);
        }
        return withBody(request, message);
    }

    /** Builds a request whose placeholders are filled each time. */
    private static HttpRequestActionBuilder filled(Call call, Message message) {
        int path = call.request().path().length();
        String address = call.url().substring(0, call.url().length() - path);
        var request =
                http(call.name()).httpRequest(call.request().method(), session -> address + message.path(row(session)));
        for (var header : message.headers().entrySet()) {
            request = request.header(header.getKey(), session -> message.header(header.getValue(), row(session)));
        }
        return message.fillsBody()
                ? request.body(StringBody(session -> message.body(row(session))))
                : withBody(request, message);
    }

    private static HttpRequestActionBuilder withBody(HttpRequestActionBuilder request, Message message) {
        byte[] body = message.body();
        return body == null ? request : request.body(ByteArrayBody(body));
    }

    private static long row(Session session) {
        return VirtualUser.of(session).row();
    }

    /** Checks a response, in place of Gatling's default check of the status, which fails redirects: here nobody follows them. */
    private static Integer succeeded(Integer status, Session session) {
        if (!VirtualUser.of(session).succeeded()) {
            throw new IllegalStateException("unexpected status, or a length other than the first body's");
        }
        return status;
    }
}
