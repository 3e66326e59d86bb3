package dev.versus.comparison;

import dev.versus.Secrets;
import java.util.List;

/**
 * The event that a service ended, by itself or because it was killed, while the comparison needed it.
 *
 * @param service the replica's name, such as {@code web-1}
 * @param targets the targets whose requests may reach the service
 * @param how how it ended, in words such as {@code ended with exit code 1}
 * @param round the number of the round that it ended in; 0 if it ended while systems warmed up or a round was rehearsed
 * @param lastLines the end of its log; of more lines, or longer ones, a part is kept, and secrets are masked
 */
public record ServiceEnd(String service, List<String> targets, String how, int round, List<String> lastLines) {

    private static final int LINES = 5;
    private static final int LONGEST = 200;

    public ServiceEnd {
        targets = List.copyOf(targets);
        List<String> masked =
                Secrets.masked(String.join("\n", lastLines)).lines().toList();
        lastLines = masked.stream()
                .skip(Math.max(0, masked.size() - LINES))
                .map(ServiceEnd::shortened)
                .toList();
    }

    private static String shortened(String line) {
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }

    /** Returns the event in words: "web-1 ended with exit code 1 in round 2". */
    public String describe() {
        return service + " " + how + (round > 0 ? " in round " + round : " while the run warmed up");
    }
}
