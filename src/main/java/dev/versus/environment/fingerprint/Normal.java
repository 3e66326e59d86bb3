package dev.versus.environment.fingerprint;

import dev.versus.environment.RunId;
import java.util.regex.Pattern;

/**
 * Normal form of values, without the parts that differ between any two launches: addresses, ports and the run's id.
 *
 * @param run the run whose id is removed
 */
record Normal(RunId run) {

    private static final Pattern ADDRESS = Pattern.compile("\\b\\d{1,3}(\\.\\d{1,3}){3}(:\\d{1,5})?\\b");
    private static final Pattern PORT = Pattern.compile("(?<=[A-Za-z]):\\d{2,5}\\b");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    String of(String value) {
        String apart = value.replace(run.toString(), "<run>");
        String placeless =
                PORT.matcher(ADDRESS.matcher(apart).replaceAll("<address>")).replaceAll(":<port>");
        return BLANKS.matcher(placeless).replaceAll(" ").strip();
    }
}
