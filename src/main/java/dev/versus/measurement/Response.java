package dev.versus.measurement;

/**
 * A complete HTTP response, as far as the recorder needs it.
 *
 * @param startNanos when its request started, a {@link System#nanoTime()} reading
 * @param endNanos when its last byte arrived, a {@link System#nanoTime()} reading
 * @param bodyLength the length of its body in bytes
 */
public record Response(long startNanos, long endNanos, int status, int bodyLength) {

    /** Tells whether the status is 2xx or 3xx. */
    public boolean isExpected() {
        return isExpected(status);
    }

    static boolean isExpected(int status) {
        return status >= 200 && status < 400;
    }
}
