package dev.versus.workload;

import dev.versus.PublicApi;
import dev.versus.Secrets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, relative to a target's address. Path, headers and body may have placeholders such as <code>#{id}</code>, which the rows of
 * a {@link #feed} fill.
 *
 * @param method the method: GET, POST, …
 * @param path the path with its query, starting with {@code /}, without spaces and {@code #}
 * @param headers the headers, sent as they are; a {@code Host} replaces the target's own
 * @param body the body, sent in UTF-8, or null for none
 * @param bodyFile the file that holds the body, or null for none
 * @param credentials the credentials to send, or null for none
 * @param feed a CSV or JSON file whose rows fill the placeholders, or null if there are none
 */
@PublicApi
public record Request(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable Path bodyFile,
        @Nullable Credentials credentials,
        @Nullable Path feed) {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern HEADER_NAME = Pattern.compile("[\\w!#$%&'*+.^`|~-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e\\xa0-\\xff]*");
    private static final Set<String> OF_THE_CLIENT = Set.of("content-length", "transfer-encoding");

    public Request {
        WorkloadLimits.require(path.startsWith("/"), "a path starts with '/', not", "'" + path + "'");
        WorkloadLimits.require(
                Placeholders.of(path).without().chars().noneMatch(c -> c <= ' ' || c == '#'),
                "a path has no spaces or '#', but found",
                "'" + path + "'");
        WorkloadLimits.require(
                method.matches("[A-Z]{3,10}"), "a method is a word such as GET, not", "'" + method + "'");
        WorkloadLimits.require(
                body == null || bodyFile == null,
                "a request has one body, not a text and the file",
                String.valueOf(bodyFile));
        headers.forEach(Request::requireHeader);
        headers = Map.copyOf(headers);
    }

    /** Makes a request that needs nothing from outside. */
    public Request(String method, String path, Map<String, String> headers, @Nullable String body) {
        this(method, path, headers, body, null, null, null);
    }

    /** Checks a header. The message does not tell the value, which may be secret. */
    private static void requireHeader(String name, String value) {
        WorkloadLimits.require(
                HEADER_NAME.matcher(name).matches(), "a header's name is a word such as Accept, not", "'" + name + "'");
        WorkloadLimits.require(
                HEADER_VALUE.matcher(value).matches(),
                "a header's value has no line breaks, no control characters and Latin-1 alone, other than that of",
                name);
        WorkloadLimits.require(
                !OF_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT)),
                "the length of a body is the client's to tell, so leave out the header",
                name);
    }

    /** Returns a request of this method and path. */
    public static Request of(String method, String path) {
        return new Request(method, path, Map.of(), null);
    }

    /** Returns a {@code GET} request of this path. */
    public static Request get(String path) {
        return of("GET", path);
    }

    /** Returns a {@code POST} request of this path. */
    public static Request post(String path) {
        return of("POST", path);
    }

    /** Returns a {@code PUT} request of this path. */
    public static Request put(String path) {
        return of("PUT", path);
    }

    /** Returns a {@code DELETE} request of this path. */
    public static Request delete(String path) {
        return of("DELETE", path);
    }

    /** Returns a {@code POST} request with a JSON body. */
    public static Request postJson(String path, String json) {
        return post(path).json(json);
    }

    /** Returns the name of what is asked, as records and reports tell it: {@code GET /api/products}, with secrets in its query masked. */
    public String endpoint() {
        return Secrets.masked(toString());
    }

    /** Returns a copy with this header, in the place of another one of the same name in any case. */
    public Request header(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.remove(name);
        more.put(name, value);
        return new Request(method, path, more, body, bodyFile, credentials, feed);
    }

    /** Returns a copy whose query has one more parameter; characters that a query cannot hold are percent-encoded. */
    public Request query(String name, String value) {
        String longer = path + (path.contains("?") ? "&" : "?") + Placeholders.encoded(name) + "="
                + Placeholders.encoded(value);
        return new Request(method, longer, headers, body, bodyFile, credentials, feed);
    }

    /** Returns a copy with this body, which is sent in UTF-8. */
    public Request body(String text) {
        return new Request(method, path, headers, text, null, credentials, feed);
    }

    /** Returns a copy with this body, which is sent as {@code application/json}. */
    public Request json(String text) {
        return header(CONTENT_TYPE, "application/json").body(text);
    }

    /** Returns a copy whose body is read from a file, of at most 64 MiB, before the run starts. */
    public Request bodyFile(Path file) {
        return new Request(method, path, headers, null, file, credentials, feed);
    }

    /** Returns a copy whose body is this form, percent-encoded already: {@code a=1&b=2}. */
    public Request form(String fields) {
        return header(CONTENT_TYPE, FORM).body(fields);
    }

    /** Returns a copy whose form has one more field, which is percent-encoded here. A body from a file is no form. */
    public Request formField(String name, String value) {
        WorkloadLimits.require(
                bodyFile == null, "a request has one body, not a form and the file", String.valueOf(bodyFile));
        String field = Placeholders.encoded(name) + "=" + Placeholders.encoded(value);
        return form(isForm() && body != null ? body + "&" + field : field);
    }

    /** Tells whether the body is a form, whose values are percent-encoded. */
    public boolean isForm() {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(CONTENT_TYPE))
                .anyMatch(header -> header.getValue().startsWith(FORM));
    }

    /** Returns a copy with {@code Basic} credentials, read from these environment variables before the run starts. */
    public Request basicAuth(String userVariable, String passwordVariable) {
        return authorized(Credentials.basic(userVariable, passwordVariable));
    }

    /** Returns a copy with a {@code Bearer} token, read from this environment variable before the run starts. */
    public Request bearer(String variable) {
        return authorized(Credentials.bearer(variable));
    }

    /** Returns a copy with these credentials. */
    public Request authorized(Credentials by) {
        return new Request(method, path, headers, body, bodyFile, by, feed);
    }

    /**
     * Returns a copy whose placeholders are filled from a file, read before the run starts: {@code .csv} with a first line of names, or
     * {@code .json}, an array of objects. Each request takes the next row, and after the last one the first; every target gets the same rows
     * in the same order. Values are percent-encoded in paths and forms, and stand as they are in headers and other bodies.
     */
    public Request feed(Path file) {
        return new Request(method, path, headers, body, bodyFile, credentials, file);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
