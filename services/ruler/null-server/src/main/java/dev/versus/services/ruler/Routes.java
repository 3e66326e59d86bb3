package dev.versus.services.ruler;

import io.netty.handler.codec.http.HttpMethod;

/**
 * Which call a request is. A load generator sends the same request over and over, so the last one is remembered; an instance
 * belongs to one event loop.
 */
final class Routes {

    static final int LONGEST_DELAY_MILLIS = 30_000;
    static final int LONGEST_BURN_MILLIS = 1_000;

    private static final Call NO_SUCH_PATH = new Call.Say(
            Reply.text(404, "No such path: expected /, /delay, /burn, /served, /served/reset or /health.\n"));
    private static final Call GET_ONLY = new Call.Say(Reply.text(405, "Only GET is served here.\n"));
    private static final Call POST_ONLY = new Call.Say(Reply.text(405, "Only POST is served here.\n"));
    private static final Call HEALTHY = new Call.Say(Reply.json(200, "{\"status\":\"up\"}\n"));

    private HttpMethod lastMethod = HttpMethod.GET;
    private String lastUri = "/";
    private Call lastCall = new Call.Delay(0);

    /** The call that a request is; a refusal if it is none. */
    Call call(HttpMethod method, String uri) {
        if (!uri.equals(lastUri) || !method.equals(lastMethod)) {
            lastCall = resolve(method, uri);
            lastMethod = method;
            lastUri = uri;
        }
        return lastCall;
    }

    private static Call resolve(HttpMethod method, String uri) {
        int mark = uri.indexOf('?');
        String path = mark < 0 ? uri : uri.substring(0, mark);
        String query = mark < 0 ? "" : uri.substring(mark + 1);
        if (path.equals("/served/reset")) {
            return method.equals(HttpMethod.POST) ? new Call.Reset() : POST_ONLY;
        }
        Call call = got(path, query);
        return call == NO_SUCH_PATH || method.equals(HttpMethod.GET) ? call : GET_ONLY;
    }

    private static Call got(String path, String query) {
        try {
            return switch (path) {
                case "/" -> new Call.Delay(0);
                case "/delay" -> new Call.Delay(ServiceTime.nanos(query, LONGEST_DELAY_MILLIS));
                case "/burn" -> new Call.Burn(ServiceTime.nanos(query, LONGEST_BURN_MILLIS));
                case "/served" -> new Call.Tell();
                case "/health" -> HEALTHY;
                default -> NO_SUCH_PATH;
            };
        } catch (InvalidParameter e) {
            return new Call.Say(Reply.text(400, e.getMessage() + "\n"));
        }
    }
}
