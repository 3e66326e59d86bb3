package dev.versus.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Simulation;

/** Sends load with Gatling alone, without Versus: 50 virtual users request {@code versus.url} until the JVM is ended. */
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
