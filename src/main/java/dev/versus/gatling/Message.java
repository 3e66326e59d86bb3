package dev.versus.gatling;

import dev.versus.InvalidInput;
import dev.versus.workload.Placeholders;
import dev.versus.workload.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request with everything that it takes from outside: its credentials, the content of its file, the rows of its feed. It is no record,
 * because the text of a record would tell the credentials.
 */
final class Message {

    private final Request request;
    private final Placeholders path;
    private final Map<String, Placeholders> headers;
    private final byte @Nullable [] body;
    private final Placeholders fedBody;
    private final @Nullable Feed feed;

    private Message(Request request, Map<String, Placeholders> headers, @Nullable Feed feed) {
        this.request = request;
        this.path = Placeholders.of(request.path());
        this.headers = headers;
        this.feed = feed;
        this.body = bytes(request);
        this.fedBody = body == null || feed == null ? Placeholders.of("") : template(request, body);
    }

    /**
     * Reads what requests send.
     *
     * @throws InvalidInput if a file, an environment variable or a column is missing, or holds what cannot be sent
     */
    static Map<Request, Message> of(Collection<Request> requests, AuthorizationHeader authorization) {
        Map<Path, Feed> feeds = new HashMap<>();
        Map<Request, Message> messages = new HashMap<>();
        for (Request request : requests) {
            Path file = request.feed();
            Feed feed = file == null ? null : feeds.computeIfAbsent(file, Feed::of);
            Message message = new Message(request, headers(request, authorization), feed);
            message.requireColumns();
            message.requireSoundHeaders();
            messages.put(request, message);
        }
        return messages;
    }

    private static Map<String, Placeholders> headers(Request request, AuthorizationHeader authorization) {
        Map<String, Placeholders> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, Placeholders.of(value)));
        authorization
                .of(request)
                .ifPresent(value -> headers.put(AuthorizationHeader.NAME, new Placeholders(List.of(value), List.of())));
        return headers;
    }

    private static byte @Nullable [] bytes(Request request) {
        Path file = request.bodyFile();
        String text = request.body();
        if (file != null) {
            return SentFile.read(file);
        }
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    /** Finds the placeholders of a body. Only a file that has some must be a text. */
    private static Placeholders template(Request request, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        Placeholders template = Placeholders.of(text);
        Path file = request.bodyFile();
        if (template.names().isEmpty()) {
            return Placeholders.of("");
        }
        if (file != null && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)) {
            throw SentFile.refuse(
                    file, "has placeholders, such as #{" + template.names().get(0) + "}, and is no text in UTF-8");
        }
        return template;
    }

    private void requireColumns() {
        Stream<Placeholders> filled =
                feed == null ? Stream.of(path) : Stream.concat(Stream.of(path, fedBody), headers.values().stream());
        List<String> columns = feed == null ? List.of() : feed.columns();
        filled.flatMap(template -> template.names().stream())
                .filter(name -> !columns.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidInput("'" + request + "' has the placeholder #{" + name + "}, and "
                            + (feed == null ? "no feed" : "its feed has only the columns " + columns)
                            + ": give it a feed with a column of this name.");
                });
    }

    /** Checks that no row of the feed breaks a header. */
    private void requireSoundHeaders() {
        if (feed == null
                || headers.values().stream().allMatch(header -> header.names().isEmpty())) {
            return;
        }
        for (int row = 0; row < feed.rows().size(); row++) {
            try {
                for (Map.Entry<String, Placeholders> header : headers.entrySet()) {
                    var unused = Request.get("/").header(header.getKey(), header(header.getValue(), row));
                }
            } catch (IllegalArgumentException e) {
                throw new InvalidInput(
                        "Row " + (row + 1) + " of the feed of '" + request + "' cannot be sent: " + e.getMessage()
                                + ".",
                        e);
            }
        }
    }

    boolean isFed() {
        return feed != null;
    }

    /** Tells whether rows of the feed change the body. */
    boolean fillsBody() {
        return !fedBody.names().isEmpty();
    }

    /** Returns the headers, without placeholders if there is no feed. */
    Map<String, Placeholders> headers() {
        return headers;
    }

    /** Returns the body as it is, with its placeholders, or null if there is none. */
    byte @Nullable [] body() {
        return body;
    }

    /** Returns the path with the values of a row. */
    String path(long row) {
        return filled(path, row, Placeholders::percentEncoded);
    }

    /** Returns the value of a header with the values of a row. */
    String header(Placeholders header, long row) {
        return filled(header, row, UnaryOperator.identity());
    }

    /** Returns the body with the values of a row, if rows change it. */
    String body(long row) {
        return filled(fedBody, row, request.isForm() ? Placeholders::percentEncoded : UnaryOperator.identity());
    }

    private String filled(Placeholders template, long row, UnaryOperator<String> written) {
        return template.filled(name -> feed == null ? "#{" + name + "}" : written.apply(feed.value(row, name)));
    }
}
