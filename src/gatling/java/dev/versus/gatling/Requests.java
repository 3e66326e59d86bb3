package dev.versus.gatling;

import static dev.versus.gatling.Turnstile.turnstile;
import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.versus.workload.Workload;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Builds the one chain that all virtual users follow, for all workloads of a comparison. */
final class Requests {

    private final List<Sending> sendings;
    private final Duration timeout;

    Requests(Collection<Workload> workloads, Duration timeout) {
        this.timeout = timeout;
        this.sendings = workloads.stream()
                .flatMap(workload -> Stream.of(workload, workload.whileWarming()))
                .flatMap(workload ->
                        workload.tasks().stream().map(task -> new Sending(task.request(), workload.keepAlive())))
                .distinct()
                .toList();
    }

    ChainBuilder chain(VirtualUsers users) {
        return exec(session -> session.set(VirtualUser.KEY, users.join())).exec(turnstile(request()));
    }

    private ChainBuilder request() {
        if (sendings.size() == 1) {
            return exec(request(sendings.get(0)));
        }
        List<Choice.WithKey> cases = new ArrayList<>();
        for (int i = 0; i < sendings.size(); i++) {
            cases.add(onCase(i).then(exec(request(sendings.get(i)))));
        }
        return doSwitch(session -> sendings.indexOf(VirtualUser.of(session).sending()))
                .on(cases);
    }

    private HttpRequestActionBuilder request(Sending sending) {
        HttpRequestActionBuilder request = http(session ->
                        VirtualUser.of(session).requestName())
                .httpRequest(
                        sending.request().method(),
                        session -> VirtualUser.of(session).url())
                .headers(sending.request().headers())
                .requestTimeout(timeout)
                .transformResponse(Requests::responded)
                .check(status().validate("success", Requests::succeeded));
        if (!sending.keepAlive()) {
            request = request.header("Connection", "close");
        }
        String body = sending.request().body();
        return body == null ? request : request.body(StringBody(session -> body));
    }

    private static Response responded(Response response, Session session) {
        VirtualUser.of(session)
                .responded(response.status().code(), response.body().bytes());
        return response;
    }

    /** The one check, which also keeps Gatling from failing redirects: nobody follows them here. */
    private static Integer succeeded(Integer status, Session session) {
        if (!VirtualUser.of(session).succeeded()) {
            throw new IllegalStateException("unexpected status, or a length other than the first body's");
        }
        return status;
    }
}
