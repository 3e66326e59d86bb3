package dev.versus.measurement;

/**
 * A complete HTTP response, as far as the recorder needs it.
 *
 * @param startNanos when its request started, a {@link System#nanoTime()} reading
 * @param endNanos when its last byte arrived, a {@link System#nanoTime()} reading
 * @param bodyLength the length of its body in bytes, as it was sent: a compressed body is unpacked only over HTTP/2 with TLS
 */
public record Response(long startNanos, long endNanos, int status, long bodyLength) {

    /** Tells whether the status is 2xx or 3xx. */
    public boolean isExpected() {
        return isExpected(status);
    }

    /** Tells whether a status is 2xx or 3xx. */
    public static boolean isExpected(int status) {
        return status >= 200 && status < 400;
    }

    /** Tells whether a status sends the client to another address, named in the header {@code Location}. */
    public static boolean isRedirect(int status) {
        return status >= 300 && status < 400 && status != 304;
    }
}
