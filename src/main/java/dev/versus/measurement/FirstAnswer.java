package dev.versus.measurement;

import dev.versus.ForeignText;
import dev.versus.Secrets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the first answer in a stretch of load.
 *
 * @param checksum the checksum (CRC32C) of its body
 * @param location where it sends its client, without query, credentials and fragment; empty if it is no redirect
 */
public record FirstAnswer(long checksum, Optional<String> location) {

    private static final int LONGEST = 200;
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/@]*@");
    private static final Pattern QUERY_OR_FRAGMENT = Pattern.compile("[?#].*", Pattern.DOTALL);

    /**
     * Makes the record of an answer.
     *
     * @param location the value of its header {@code Location}; null if it has none
     */
    public static FirstAnswer of(long checksum, int status, @Nullable String location) {
        return new FirstAnswer(
                checksum,
                Optional.ofNullable(location)
                        .filter(given -> Response.isRedirect(status))
                        .map(FirstAnswer::shown));
    }

    private static String shown(String location) {
        String path = QUERY_OR_FRAGMENT.matcher(location).replaceFirst("");
        String open = Secrets.masked(CREDENTIALS.matcher(path).replaceFirst("//"));
        return ForeignText.line(open.substring(0, Math.min(open.length(), LONGEST)));
    }
}
