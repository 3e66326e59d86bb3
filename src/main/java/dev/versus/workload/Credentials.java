package dev.versus.workload;

import dev.versus.PublicApi;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Credentials of a request, by the names of the environment variables that hold them: the secrets themselves stand in no workload, no
 * setting and no record.
 *
 * @param variables the names of the variables: for {@code BASIC} those of user and password, for {@code BEARER} that of the token
 */
@PublicApi
public record Credentials(Scheme scheme, List<String> variables) {

    private static final Pattern VARIABLE = Pattern.compile("[A-Z_][A-Z0-9_]*");

    /** The scheme of an {@code Authorization} header. */
    public enum Scheme {
        BASIC(2),
        BEARER(1);

        private final int variables;

        Scheme(int variables) {
            this.variables = variables;
        }
    }

    /** Checks the names. The message tells none, because somebody may have written the secret in its place. */
    public Credentials {
        variables = List.copyOf(variables);
        WorkloadLimits.require(
                variables.size() == scheme.variables
                        && variables.stream()
                                .allMatch(name -> VARIABLE.matcher(name).matches()),
                "credentials are named by environment variables in capitals, as in basic:SHOP_USER:SHOP_PASSWORD or",
                "bearer:SHOP_TOKEN");
    }

    /** Returns {@code Basic} credentials from two environment variables. */
    public static Credentials basic(String userVariable, String passwordVariable) {
        return new Credentials(Scheme.BASIC, List.of(userVariable, passwordVariable));
    }

    /** Returns a {@code Bearer} token from an environment variable. */
    public static Credentials bearer(String variable) {
        return new Credentials(Scheme.BEARER, List.of(variable));
    }

    /** Reads {@code basic:<variable>:<variable>} or {@code bearer:<variable>}. */
    public static Credentials valueOf(String text) {
        List<String> words = Arrays.asList(text.split(":", -1));
        Scheme scheme = words.get(0).equals("basic") ? Scheme.BASIC : Scheme.BEARER;
        List<String> variables = words.subList(1, words.size());
        return new Credentials(scheme, words.get(0).equals(word(scheme)) ? variables : List.of());
    }

    private static String word(Scheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the value of the {@code Authorization} header. */
    public String header(UnaryOperator<String> valueOf) {
        List<String> values = variables.stream().map(valueOf).toList();
        return switch (scheme) {
            case BEARER -> "Bearer " + values.get(0);
            case BASIC ->
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(String.join(":", values).getBytes(StandardCharsets.UTF_8));
        };
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(word(scheme)), variables.stream()).collect(Collectors.joining(":"));
    }
}
