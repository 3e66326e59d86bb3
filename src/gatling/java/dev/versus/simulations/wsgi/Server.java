package dev.versus.simulations.wsgi;

/**
 * A server of slow-io.
 *
 * @param name short, for the names of targets
 * @param service its service in the Compose file
 * @param route the word in its path
 * @param callsAtOnce whether it makes the calls of a request at once
 */
public record Server(String name, String service, String route, boolean callsAtOnce) {

    /** Flask on Gunicorn: one call after another. */
    public static final Server FLASK = new Server("flask", "flask-server", "flask", false);
    /** Quart on Hypercorn: all at once. */
    public static final Server QUART = new Server("quart", "quart-server", "quart", true);
    /** Java with virtual threads: all at once. */
    public static final Server VIRTUAL_THREADS =
            new Server("virtual-threads", "virtual-threads", "virtual-threads", true);

    /** The same server under the name of an arm. */
    public Server as(String arm) {
        return new Server(arm, service, route, callsAtOnce);
    }

    /** The same with the calls of a request made at once. */
    public Server callingAtOnce() {
        return new Server(name, service, route, true);
    }

    String path(String delay, int calls) {
        return "/benchmark/%s-io-test?delay=%s&concurrent=%d".formatted(route, delay, calls);
    }
}
