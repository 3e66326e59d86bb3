package dev.versus.services.contract;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The openapi.yaml of a system, as something to hold responses against. */
public final class WrittenContract implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final OpenAPIContract contract;
    private final ResponseValidator validator;

    /** The contract of a system under {@code services/}. */
    public WrittenContract(String system) throws Exception {
        Path file = Path.of("services", system, "openapi.yaml").toAbsolutePath();
        contract = result(OpenAPIContract.from(vertx, file.toString()));
        validator = ResponseValidator.create(vertx, contract);
    }

    /** Each operation with one of the tags and each of its statuses that no fault is needed for. */
    public Set<String> documented(Set<String> tags) {
        Set<String> documented = new TreeSet<>();
        for (Operation operation : contract.operations()) {
            if (operation.getTags().stream().anyMatch(tags::contains)) {
                documented.addAll(provocable(operation));
            }
        }
        return documented;
    }

    private static List<String> provocable(Operation operation) {
        JsonObject responses = operation.getOpenAPIModel().getJsonObject("responses");
        return responses.fieldNames().stream()
                .filter(status -> status.matches("[234]\\d\\d"))
                .map(status -> operation.getOperationId() + " " + status)
                .toList();
    }

    /** Fails with the reason if the response is not as the contract says. */
    public void validate(String operation, HttpResponse<String> response) throws Exception {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        String contentType = headers.getOrDefault("content-type", "none");
        result(validator.validate(
                ValidatableResponse.create(response.statusCode(), headers, Buffer.buffer(response.body()), contentType),
                operation));
    }

    private static <T> T result(Future<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        vertx.close();
    }
}
