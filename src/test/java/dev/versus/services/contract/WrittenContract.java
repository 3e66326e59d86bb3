package dev.versus.services.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The openapi.yaml of a system, against which responses are checked. */
public final class WrittenContract {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getOpenApi30());

    private final JsonNode contract;

    /** Reads the contract of a system under {@code services/}. */
    public WrittenContract(String system) throws IOException {
        Path file = Path.of("services", system, "openapi.yaml");
        contract = new YAMLMapper().readTree(file.toFile());
    }

    /** Lists each operation with one of the tags and each of its statuses that no fault is needed for. */
    public Set<String> documented(Set<String> tags) {
        Set<String> documented = new TreeSet<>();
        operations()
                .filter(operation -> operation.path("tags").valueStream().anyMatch(tag -> tags.contains(tag.asText())))
                .forEach(operation -> operation
                        .path("responses")
                        .fieldNames()
                        .forEachRemaining(status -> documented.add(name(operation) + " " + status)));
        documented.removeIf(response -> !response.matches(".* [234]\\d\\d"));
        return documented;
    }

    private Stream<JsonNode> operations() {
        return contract.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    private static String name(JsonNode operation) {
        return operation.path("operationId").asText();
    }

    /** Fails with the reason if the response is not as the contract says. */
    public void validate(String operation, HttpResponse<String> response) {
        JsonNode promised = operations()
                .filter(one -> name(one).equals(operation))
                .map(one -> resolved(one.path("responses").path(String.valueOf(response.statusCode()))))
                .findFirst()
                .orElseThrow();
        String type = response.headers().firstValue("Content-Type").orElse("no type");
        JsonNode content = promised.path("content").path(type);
        assertThat(content.isMissingNode())
                .as("%s may answer %d with %s", operation, response.statusCode(), type)
                .isFalse();
        check(content.path("schema"), response.body());
        promised.path("headers")
                .properties()
                .forEach(header -> checkHeader(
                        header.getValue().path("schema"),
                        response.headers().firstValue(header.getKey()).orElse("")));
    }

    /** Replaces references by what they name. */
    private JsonNode resolved(JsonNode node) {
        if (node.has("$ref")) {
            return resolved(contract.at(node.path("$ref").asText().substring(1)));
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode whole = object.objectNode();
        object.properties().forEach(field -> whole.set(field.getKey(), resolved(field.getValue())));
        return whole;
    }

    private static void checkHeader(JsonNode schema, String value) {
        boolean text = schema.path("type").asText().equals("string");
        check(schema, text ? TextNode.valueOf(value).toString() : value);
    }

    private static void check(JsonNode schema, String json) {
        assertThat(SCHEMAS.getSchema(schema).validate(json, InputFormat.JSON))
                .as(json)
                .isEmpty();
    }
}
