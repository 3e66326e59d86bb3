package dev.versus.measurement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.versus.Secrets;
import dev.versus.workload.ConstantRate;
import dev.versus.workload.FixedRequests;
import dev.versus.workload.Request;
import dev.versus.workload.Sequential;
import dev.versus.workload.Stress;
import dev.versus.workload.Users;
import dev.versus.workload.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Workloads as JSON: their kind and the parts of their record. Secrets of requests are masked, and of a body its length alone is kept, so
 * that what is read back tells how load was offered and does not offer it again.
 */
final class WorkloadJson {

    private WorkloadJson() {}

    static void addTo(JsonMapper.Builder mapper) {
        mapper.addMixIn(Workload.class, OfWorkload.class).addMixIn(Request.class, OfRequest.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FixedRequests.class, name = "fixedRequests"),
        @JsonSubTypes.Type(value = Users.class, name = "users"),
        @JsonSubTypes.Type(value = Stress.class, name = "stress"),
        @JsonSubTypes.Type(value = Sequential.class, name = "sequential"),
        @JsonSubTypes.Type(value = ConstantRate.class, name = "constantRate")
    })
    private interface OfWorkload {

        /** Follows from the kind. */
        @JsonIgnore
        boolean isPaced();
    }

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
            json.writeObjectField("headers", Secrets.masked(request.headers()));
            if (request.body() != null) {
                int bytes = request.body().getBytes(StandardCharsets.UTF_8).length;
                json.writeStringField("body", Secrets.MASK + " (" + bytes + " bytes)");
            }
            json.writeEndObject();
        }
    }
}
