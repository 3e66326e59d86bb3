package dev.versus.benchmarks;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.gatling.Versus;
import dev.versus.run.EntryPoint;
import dev.versus.workload.FixedRequests;
import dev.versus.workload.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sends each exchange of {@code versus.exchanges} to the misbehaving server at {@code versus.url}: its requests one after the other, once
 * with a connection each as {@code ab} does, and once over kept connections as {@code ab -k} does. A target is named for its path. It is
 * warmed up on another path, so the server has counted what the one round counts.
 */
public final class OddExchanges extends Versus {

    private static final FixedRequests WARM_UP = fixedRequests(20).get("/warm-up/GET/plain");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    {
        List<EntryPoint> targets = settings.get(BenchmarkSettings.EXCHANGES).entrySet().stream()
                .flatMap(one -> Stream.of(
                        target("versus/" + one.getKey(), one.getValue(), false),
                        target("versus-k/" + one.getKey(), one.getValue(), true)))
                .toList();
        compare(targets).rounds(1).requestTimeout(LONGEST_WAIT);
    }

    private EntryPoint target(String name, int requests, boolean keepAlive) {
        return target(name, settings.get(BenchmarkSettings.URL))
                .under(fixedRequests(requests)
                        .keepAlive(keepAlive)
                        .anyLength(name.endsWith("/any-length"))
                        .sending(request(name.split("/", -1)[1], "/" + name))
                        .warmedUpBy(WARM_UP.keepAlive(keepAlive)));
    }

    private static Request request(String method, String path) {
        return method.equals("POST")
                ? Request.postJson(path, "{\"odd\": true}")
                : new Request(method, path, Map.of(), null);
    }
}
