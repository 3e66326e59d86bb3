package dev.versus.services.slowio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** io-simulator, over connections that are kept. */
final class Upstream {

    private static final int OK = 200;

    private final URI address;
    private final Duration timeout;
    private final HttpClient client;
    private final ExecutorService threads;

    Upstream(ServiceSettings settings, ExecutorService threads) {
        this.address = settings.upstream();
        this.timeout = settings.timeout();
        this.threads = threads;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .executor(threads)
                .build();
    }

    /** Makes all calls at once, each in a thread of its own; the first that fails ends the others. */
    void call(FanOut fanOut) throws InterruptedException {
        List<Future<?>> calls = new ArrayList<>();
        try {
            for (int i = 0; i < fanOut.calls(); i++) {
                calls.add(threads.submit(() -> callOnce(fanOut)));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Problem.ProblemException problem
                    ? problem
                    : new IllegalStateException(failed.getCause());
        } finally {
            calls.forEach(call -> call.cancel(true));
        }
    }

    private void callOnce(FanOut fanOut) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/slow-io?delay=" + fanOut.delay()))
                .timeout(fanOut.duration().plus(timeout))
                .build();
        if (status(request) != OK) {
            throw Problem.UPSTREAM_BROKEN.toException();
        }
    }

    private int status(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return response.statusCode();
        } catch (HttpTimeoutException late) {
            throw Problem.UPSTREAM_TIMEOUT.toException();
        } catch (IOException broken) {
            throw Problem.UPSTREAM_BROKEN.toException();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw Problem.UPSTREAM_BROKEN.toException();
        }
    }
}
