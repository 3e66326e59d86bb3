package dev.versus.workload;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, relative to a target.
 *
 * @param method GET, POST, …
 * @param path the path with its query, from {@code /}
 * @param headers headers to add
 * @param body the body, or none
 */
public record Request(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body) {

    public Request {
        Limits.require(path.startsWith("/"), "a path starts with '/', not as", "'" + path + "'");
        Limits.require(
                path.chars().noneMatch(c -> c <= ' ' || c == '#'),
                "a path has no spaces or '#', as has",
                "'" + path + "'");
        Limits.require(method.matches("[A-Z]{3,10}"), "a method is a word such as GET, not", "'" + method + "'");
        headers = Map.copyOf(headers);
    }

    public static Request get(String path) {
        return new Request("GET", path, Map.of(), null);
    }

    /** A POST of a JSON body. */
    public static Request postJson(String path, String json) {
        return new Request("POST", path, Map.of("Content-Type", "application/json"), json);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
