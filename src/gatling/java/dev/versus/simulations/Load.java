package dev.versus.simulations;

import dev.versus.InvalidInput;
import dev.versus.run.EntryPoint;
import dev.versus.run.SystemUnderTest;
import dev.versus.gatling.Versus;
import dev.versus.workload.Durations;
import dev.versus.workload.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A simulation of one workload on one target, both chosen by settings.
 *
 * <p>The target: {@code versus.system} (shop), {@code versus.variant} (jvm for the shop), {@code versus.environment} (process) and {@code
 * versus.service} (api-gateway), or {@code versus.url} for a system that runs already. The request: {@code versus.path}
 * (/api/products), and {@code versus.body} for a POST of JSON, given as text or as {@code @file}.
 */
abstract class Load extends Versus {

    private static final String USUAL_SYSTEM = "shop";
    private static final String USUAL_VARIANT = "jvm";

    /** Returns the target that the settings choose. */
    final EntryPoint target() {
        Optional<String> url = settings.text("url");
        String system = settings.text("system", USUAL_SYSTEM);
        Optional<String> variant = settings.text("variant")
                .or(() -> system.equals(USUAL_SYSTEM) ? Optional.of(USUAL_VARIANT) : Optional.empty());
        String environment = settings.text("environment", "process");
        String service = settings.text("service", "api-gateway");
        return url.map(address -> target("target", uri(address)))
                .orElseGet(() -> new SystemUnderTest(system, variant)
                        .in(environment(environment))
                        .target(service, service));
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("-Dversus.url=" + text + ": expected an address such as http://127.0.0.1:8080.", e);
        }
    }

    /** Returns the request that the settings choose. */
    final Request request() {
        Request get = settings.as("path", Request::get, Request.get("/api/products"));
        return settings.text("body")
                .map(body -> Request.postJson(get.path(), json(body)))
                .orElse(get);
    }

    /** Returns the body itself, or the content of the file named after {@code @}, so that a secret shows on no command line. */
    private static String json(String body) {
        if (!body.startsWith("@")) {
            return body;
        }
        Path file = Path.of(body.substring(1));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidInput(
                    "-Dversus.body=" + body + ": " + file.toAbsolutePath()
                            + " cannot be read; expected the path of a JSON file in UTF-8 after the @.",
                    e);
        }
    }

    static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        };
    }

    final Duration duration(String name, Duration otherwise) {
        return settings.as(name, Durations::parse, otherwise);
    }
}
