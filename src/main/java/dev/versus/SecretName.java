package dev.versus;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells by its name whether a variable, a setting, an option, a header or a field holds a secret. A name is read word by word, whether
 * it is written {@code DB_PASSWORD}, {@code db.password}, {@code --db-password} or {@code dbPassword}: {@code author} holds no
 * {@code auth}, and {@code tokenizer.size} no token.
 */
final class SecretName {

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+(?:d-|D)?|-+$");

    /** Words that tell a secret wherever they stand in a name; one may be grown together with the word before it. */
    private static final Pattern ANYWHERE = Pattern.compile("(?:^|-)(?:[a-z0-9]*(?:"
            + "password|passwd|passphrase|passcode|secret|credential|token|cookie|authorization"
            + "|(?:api|access|private|secret|signing|encryption|session|account|auth|ssh)-?key"
            + "|session-?id|connection-?string)s?|pwd|dsn|jwt|bearer)\\d*(?:-|$)");

    /** Words that tell a secret only at the end of a name: {@code proxy_pass_header} and {@code auth_method} tell none. */
    private static final Pattern AT_THE_END =
            Pattern.compile("(?:^|-)(?:[a-z0-9]*(?:(?<!by|com|tres|over|under)pass|auth)|pw)\\d*$");

    /** A name that ends so tells something about a secret: how long it is, where it is kept, what is done with it. */
    private static final Pattern ABOUT =
            Pattern.compile("-(?:age|algorithm|bucket|count|dir|domain|enabled|encryption|endpoint"
                    + "|expires|expiry|file|folder|header|host|interval|issuer|length|lifetime|limit|method|mode|name|path|policy|port"
                    + "|provider|rate|required|rounds|scheme|second|seconds|size|stdin|timeout|ttl|type|uri|url)$");

    /** A name that begins so is a switch or a bound, not a secret: {@code ALLOW_EMPTY_PASSWORD}, {@code max_tokens}. */
    private static final Pattern SWITCH_OR_BOUND = Pattern.compile(
            "^(?:no|without|disable|enable|skip|use|is|has|allow)-|^(?:max|min|num)-(?:[a-z0-9]+-)*tokens$");

    private SecretName() {}

    static boolean tells(String name) {
        String words = words(name);
        return (ANYWHERE.matcher(words).find() || AT_THE_END.matcher(words).find())
                && !ABOUT.matcher(words).find()
                && !SWITCH_OR_BOUND.matcher(words).find();
    }

    /** Its words in small letters with hyphens between, without the dashes of an option and the {@code -D} of a property. */
    private static String words(String name) {
        String bare = EDGES.matcher(name).replaceAll("");
        String apart = CAMEL.matcher(bare).replaceAll("-").toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(apart).replaceAll("-");
    }
}
