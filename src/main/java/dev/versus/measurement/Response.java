package dev.versus.measurement;

/**
 * A complete HTTP response as the recorder sees it.
 *
 * @param startNanos when its request started, a {@link System#nanoTime()} reading
 * @param endNanos when its last byte was in
 * @param status the HTTP status
 * @param bodyLength the bytes of its body
 */
public record Response(long startNanos, long endNanos, int status, int bodyLength) {

    /** Whether its status is 2xx or 3xx. */
    public boolean isExpected() {
        return isExpected(status);
    }

    static boolean isExpected(int status) {
        return status >= 200 && status < 400;
    }
}
