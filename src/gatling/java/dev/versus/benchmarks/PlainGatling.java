package dev.versus.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Simulation;

/** Gatling as it comes: 50 virtual users who ask {@code versus.url} for ever, until somebody ends the JVM. */
public final class PlainGatling extends Simulation {
    {
        String server = System.getProperty("versus.url", "http://127.0.0.1:8080");
        setUp(scenario("plain")
                        .forever()
                        .on(exec(http("plain").get(server + "/")))
                        .injectOpen(atOnceUsers(50)))
                .protocols(http.disableWarmUp()
                        .disableFollowRedirect()
                        .disableCaching()
                        .disableAutoReferer());
    }
}
