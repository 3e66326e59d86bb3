package dev.versus.workload;

import dev.versus.PublicApi;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, relative to a target's address.
 *
 * @param method the method: GET, POST, …
 * @param path the path with its query, starting with {@code /}, without spaces and {@code #}
 * @param body the body, or null for none
 */
@PublicApi
public record Request(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body) {

    public Request {
        WorkloadLimits.require(path.startsWith("/"), "a path starts with '/', not", "'" + path + "'");
        WorkloadLimits.require(
                path.chars().noneMatch(c -> c <= ' ' || c == '#'),
                "a path has no spaces or '#', but found",
                "'" + path + "'");
        WorkloadLimits.require(
                method.matches("[A-Z]{3,10}"), "a method is a word such as GET, not", "'" + method + "'");
        headers = Map.copyOf(headers);
    }

    /** Returns a {@code GET} request of this path. */
    public static Request get(String path) {
        return new Request("GET", path, Map.of(), null);
    }

    /** Returns a {@code POST} request with a JSON body. */
    public static Request postJson(String path, String json) {
        return new Request("POST", path, Map.of("Content-Type", "application/json"), json);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
