package dev.versus.simulations.wsgi;

/**
 * A server of the system slow-io.
 *
 * @param name a short name, the first part of its targets' names
 * @param service the name of its service in the Compose file
 * @param route the server's word in the path of requests
 * @param callsAtOnce whether it makes the calls of a request at once, rather than one after another
 */
public record Server(String name, String service, String route, boolean callsAtOnce) {

    /** Flask on Gunicorn: one call after another. */
    public static final Server FLASK = new Server("flask", "flask-server", "flask", false);
    /** Quart on Hypercorn: all calls at once. */
    public static final Server QUART = new Server("quart", "quart-server", "quart", true);
    /** Java with virtual threads: all calls at once. */
    public static final Server VIRTUAL_THREADS =
            new Server("virtual-threads", "virtual-threads", "virtual-threads", true);

    /** Returns the server under the name of an arm. */
    public Server as(String arm) {
        return new Server(arm, service, route, callsAtOnce);
    }

    /** Returns the server with the calls of a request made at once. */
    public Server callingAtOnce() {
        return new Server(name, service, route, true);
    }

    String path(String delay, int calls) {
        return "/benchmark/%s-io-test?delay=%s&concurrent=%d".formatted(route, delay, calls);
    }
}
