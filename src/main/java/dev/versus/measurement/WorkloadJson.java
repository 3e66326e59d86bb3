package dev.versus.measurement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.versus.Seal;
import dev.versus.Secrets;
import dev.versus.workload.ConstantRate;
import dev.versus.workload.FixedRequests;
import dev.versus.workload.MixedRequests;
import dev.versus.workload.Request;
import dev.versus.workload.Sequential;
import dev.versus.workload.Stress;
import dev.versus.workload.Users;
import dev.versus.workload.Workload;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Workloads as JSON: their kind and the parts of their record. Values of headers and bodies are {@linkplain Seal sealed}, and secrets in
 * paths are masked: what is read back tells how load was offered, and whether two targets got the same, and does not offer it again.
 */
final class WorkloadJson {

    private WorkloadJson() {}

    static void addTo(JsonMapper.Builder mapper) {
        mapper.addMixIn(Workload.class, OfWorkload.class).addMixIn(Request.class, OfRequest.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FixedRequests.class, name = "fixedRequests"),
        @JsonSubTypes.Type(value = MixedRequests.class, name = "mixedRequests"),
        @JsonSubTypes.Type(value = Users.class, name = "users"),
        @JsonSubTypes.Type(value = Stress.class, name = "stress"),
        @JsonSubTypes.Type(value = Sequential.class, name = "sequential"),
        @JsonSubTypes.Type(value = ConstantRate.class, name = "constantRate")
    })
    @JsonIgnoreProperties("paced")
    private interface OfWorkload {}

    @JsonSerialize(using = Masked.class)
    private interface OfRequest {}

    /** Writes a request without what is nobody's business. */
    private static final class Masked extends StdSerializer<Request> {

        private static final long serialVersionUID = 1L;

        Masked() {
            super(Request.class);
        }

        @Override
        public void serialize(Request request, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("method", request.method());
            json.writeStringField("path", Secrets.masked(request.path()));
            json.writeObjectFieldStart("headers");
            for (Map.Entry<String, String> header : new TreeMap<>(request.headers()).entrySet()) {
                json.writeStringField(header.getKey(), Seal.of(header.getValue()));
            }
            json.writeEndObject();
            if (request.body() != null) {
                json.writeStringField("body", Seal.of(request.body()));
            }
            writeSources(request, json);
            json.writeEndObject();
        }

        /** Writes where a request has its secrets from; these are names of files and variables. */
        private static void writeSources(Request request, JsonGenerator json) throws IOException {
            if (request.bodyFile() != null) {
                json.writeStringField("bodyFile", request.bodyFile().toString());
            }
            if (request.credentials() != null) {
                json.writeStringField("credentials", request.credentials().toString());
            }
            if (request.feed() != null) {
                json.writeStringField("feed", request.feed().toString());
            }
        }
    }
}
