package dev.versus.simulations;

import static dev.versus.SettingType.expecting;
import static dev.versus.SettingType.text;

import dev.versus.InvalidInput;
import dev.versus.Setting;
import dev.versus.SettingType;
import dev.versus.Settings;
import dev.versus.workload.Credentials;
import dev.versus.workload.Request;
import dev.versus.workload.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The requests that a {@code Load…} simulation sends, as settings describe them. */
final class LoadedRequests {

    private static final Setting<Request> PATH = new Setting<>(
            "path",
            Load.OF,
            "/api/products",
            "what to ask for",
            new SettingType<>("a path with its query", Request::get));

    private static final Setting<String> METHOD = new Setting<>(
            "method",
            Load.OF,
            "",
            "the method; if not given, POST with a `body` or a `form`, else GET",
            expecting("a word such as PUT", word -> Request.of(word, "/").method()));

    private static final Setting<String> BODY = new Setting<>(
            "body",
            Load.OF,
            "",
            "what to send to the path, as `application/json` unless `header.Content-Type` says otherwise",
            new SettingType<>("text, or `@<file>` that holds it", LoadedRequests::body));

    private static final Setting<String> FORM = new Setting<>(
            "form",
            Load.OF,
            "",
            "a form to send to the path, percent-encoded",
            expecting("fields such as a=1&b=2", LoadedRequests::form));

    private static final Setting<String> HEADER = new Setting<>(
            "header.<Name>",
            Load.OF,
            "",
            "a header of each request; `header.Host` replaces the host's name; [headers are masked in records](workloads.md#headers)",
            text("text"));

    private static final Setting<Credentials> CREDENTIALS = new Setting<>(
            "credentials",
            Load.OF,
            "",
            "the environment variables that hold [credentials of each request](workloads.md#credentials)",
            new SettingType<>("`basic:<variable>:<variable>` or `bearer:<variable>`", Credentials::valueOf));

    private static final Setting<Path> FEED = new Setting<>(
            "feed",
            Load.OF,
            "",
            "a file whose rows fill [placeholders such as `#{id}`](workloads.md#feeds) in path, headers and body",
            new SettingType<>("a CSV or JSON file", Path::of));

    private static final Setting<List<Task>> ENDPOINTS = new Setting<>(
            "endpoints",
            Load.OF,
            "",
            "[several requests](workloads.md#several-endpoints) in the place of `path`, `method`, `body` and `form`, each after its weight",
            expecting("requests such as 3 GET /a; 1 POST /b @b.json", LoadedRequests::endpoints));

    private static final Pattern ENDPOINT = Pattern.compile(
            "(?:(?<weight>\\d{1,7})\\s+)?(?:(?<method>[A-Z]+)\\s+)?(?<path>/\\S*)(?:\\s+@(?<file>\\S+))?");

    private LoadedRequests() {}

    /**
     * Reads the requests and their weights.
     *
     * @throws InvalidInput if two settings exclude each other
     */
    static List<Task> of(Settings settings) {
        Optional<List<Task>> endpoints = settings.find(ENDPOINTS);
        Request single = single(settings);
        if (endpoints.isPresent()) {
            Stream.of(PATH, METHOD, BODY, FORM)
                    .filter(one -> settings.find(one).isPresent())
                    .forEach(one -> {
                        throw new InvalidInput("-D" + one.property() + " and -D" + ENDPOINTS.property()
                                + " both say what to send: leave one out.");
                    });
        }
        Map<String, String> headers = settings.findAll(HEADER);
        Optional<Credentials> credentials = settings.find(CREDENTIALS);
        Optional<Path> feed = settings.find(FEED);
        return endpoints.orElse(List.of(new Task(1, single))).stream()
                .map(task -> new Task(task.weight(), with(headers, credentials, feed, task.request())))
                .toList();
    }

    private static Request with(
            Map<String, String> headers, Optional<Credentials> credentials, Optional<Path> feed, Request bare) {
        Request request = bare;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        request = credentials.map(request::authorized).orElse(request);
        return feed.map(request::feed).orElse(request);
    }

    private static Request single(Settings settings) {
        Optional<String> body = settings.find(BODY);
        Optional<String> form = settings.find(FORM);
        if (body.isPresent() && form.isPresent()) {
            throw new InvalidInput(
                    "-D" + BODY.property() + " and -D" + FORM.property() + " both give a body: leave one out.");
        }
        String method = settings.get(METHOD, body.or(() -> form).isPresent() ? "POST" : "GET");
        Request bare = Request.of(method, settings.get(PATH).path());
        return body.map(text -> text.startsWith("@") ? jsonFile(bare, text.substring(1)) : bare.json(text))
                .or(() -> form.map(bare::form))
                .orElse(bare);
    }

    private static Request jsonFile(Request bare, String file) {
        return bare.header("Content-Type", "application/json").bodyFile(Path.of(file));
    }

    /** Returns the body, or the name of its file after {@code @}, so that a secret shows on no command line. */
    private static String body(String body) {
        if (body.startsWith("@") && !Files.isReadable(Path.of(body.substring(1)))) {
            throw new IllegalArgumentException(Path.of(body.substring(1)).toAbsolutePath()
                    + " cannot be read; expected the path of a file after the @");
        }
        return body;
    }

    private static String form(String fields) {
        if (!fields.matches("[^\\s=&]+=[^\\s&]*(?:&[^\\s=&]+=[^\\s&]*)*")) {
            throw new IllegalArgumentException("no form");
        }
        return fields;
    }

    private static List<Task> endpoints(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(LoadedRequests::endpoint)
                .toList();
    }

    private static Task endpoint(String text) {
        Matcher parts = ENDPOINT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        Optional<String> file = Optional.ofNullable(parts.group("file"));
        String method = Optional.ofNullable(parts.group("method")).orElse(file.isPresent() ? "POST" : "GET");
        Request bare = Request.of(method, parts.group("path"));
        Request request = file.map(name -> jsonFile(bare, name)).orElse(bare);
        return new Task(
                Optional.ofNullable(parts.group("weight"))
                        .map(Integer::parseInt)
                        .orElse(1),
                request);
    }
}
