package dev.versus.services.ruler;

import java.util.Map;

/**
 * Where the server listens and with how many event loops.
 *
 * @param host the local address to bind
 * @param port the port to bind; 0 for any that is free
 * @param threads the number of event loops, one thread each
 */
record ServerSettings(String host, int port, int threads) {

    private static final int MOST_THREADS = 64;

    /**
     * Reads {@code HOST} (default {@code 127.0.0.1}), {@code PORT} (default 8080) and {@code THREADS} (default 1).
     *
     * @throws InvalidSetting for a value that means nothing
     */
    static ServerSettings of(Map<String, String> environment) {
        return new ServerSettings(
                environment.getOrDefault("HOST", "127.0.0.1").strip(),
                whole(environment, "PORT", new Range(8080, 0, 65_535)),
                whole(environment, "THREADS", new Range(1, 1, MOST_THREADS)));
    }

    private static int whole(Map<String, String> environment, String name, Range range) {
        String text = environment.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return range.otherwise;
        }
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (range.least <= number && number <= range.most) {
                return number;
            }
        }
        throw new InvalidSetting("%s is '%s', expected a whole number from %d to %d; set it or leave it out for %d."
                .formatted(name, text, range.least, range.most, range.otherwise));
    }

    private record Range(int otherwise, int least, int most) {}
}
