package dev.versus.gatling;

import static dev.versus.gatling.Turnstile.turnstile;
import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;

/**
 * Builds Gatling's requests, and the one chain of actions that all virtual users follow.
 *
 * @param timeout the time after which a request counts as timed out
 */
record Requests(Duration timeout) {

    ChainBuilder chain(VirtualUsers users) {
        return exec(session -> session.set(VirtualUser.KEY, users.join())).exec(turnstile(this));
    }

    HttpRequestActionBuilder of(Call call) {
        HttpRequestActionBuilder request = http(call.name())
                .httpRequest(call.request().method(), call.url())
                .headers(call.request().headers())
                .requestTimeout(timeout)
                .check(status().validate("success", Requests::succeeded));
        if (!call.keepAlive()) {
            request = request.header("Connection", "close");
        }
        String body = call.request().body();
        return body == null ? request : request.body(StringBody(session -> body));
    }

    /** Checks a response, in place of Gatling's default check of the status, which fails redirects: here nobody follows them. */
    private static Integer succeeded(Integer status, Session session) {
        if (!VirtualUser.of(session).succeeded()) {
            throw new IllegalStateException("unexpected status, or a length other than the first body's");
        }
        return status;
    }
}
