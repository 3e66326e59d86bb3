package dev.versus.gatling;

import dev.versus.InvalidInput;
import dev.versus.workload.Credentials;
import dev.versus.workload.Request;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the {@code Authorization} header of requests.
 *
 * @param variables gives the value of an environment variable, or null
 */
record AuthorizationHeader(Function<String, @Nullable String> variables) {

    static final String NAME = "Authorization";

    /**
     * Returns the value of the header; empty if the request has no credentials.
     *
     * @throws InvalidInput if a variable is not set or cannot stand in a header, or the request has such a header already
     */
    Optional<String> of(Request request) {
        Credentials credentials = request.credentials();
        if (credentials == null) {
            return Optional.empty();
        }
        if (request.headers().keySet().stream().anyMatch(NAME::equalsIgnoreCase)) {
            throw new InvalidInput(
                    "'" + request + "' has credentials and an Authorization header, too: leave one out.");
        }
        return Optional.of(credentials.header(this::required));
    }

    private String required(String name) {
        String value = variables.apply(name);
        if (value == null || value.isEmpty()) {
            throw new InvalidInput("The environment variable " + name
                    + " is not set, and a request takes its credentials from it: export it before the run.");
        }
        if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new InvalidInput("The environment variable " + name
                    + " holds credentials with a line break or a character beyond ASCII, which no header may have.");
        }
        return value;
    }
}
