package dev.versus;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells from its name whether a variable, setting, option, header or field holds a secret. A name is split into words, whether it is
 * written {@code DB_PASSWORD}, {@code db.password}, {@code --db-password} or {@code dbPassword}: {@code author} does not match
 * {@code auth}, and {@code tokenizer.size} does not match {@code token}.
 */
final class SecretName {

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+(?:d-|D)?|-+$");

    /** Words that mark a secret anywhere in a name; a prefix may be written together with the word, as in {@code dbpassword}. */
    private static final Pattern ANYWHERE = Pattern.compile("(?:^|-)(?:[a-z0-9]*(?:"
            + "password|passwd|passphrase|passcode|secret|credential|token|cookie|authorization"
            + "|(?:api|access|private|secret|signing|encryption|session|account|auth|ssh)-?key"
            + "|session-?id|connection-?string)s?|pwd|dsn|jwt|bearer)\\d*(?:-|$)");

    /** Words that mark a secret only at the end of a name: {@code proxy_pass_header} and {@code auth_method} hold none. */
    private static final Pattern AT_THE_END =
            Pattern.compile("(?:^|-)(?:[a-z0-9]*(?:(?<!by|com|tres|over|under)pass|auth)|pw)\\d*$");

    /** Endings of names that hold a fact about a secret, such as its length, file or lifetime, and not the secret. */
    private static final Pattern ABOUT =
            Pattern.compile("-(?:age|algorithm|bucket|count|dir|domain|enabled|encryption|endpoint"
                    + "|expires|expiry|file|folder|header|host|interval|issuer|length|lifetime|limit|method|mode|name|path|policy|port"
                    + "|provider|rate|required|rounds|scheme|second|seconds|size|stdin|timeout|ttl|type|uri|url)$");

    /** Beginnings of names that hold a switch or a bound, not a secret: {@code ALLOW_EMPTY_PASSWORD}, {@code max_tokens}. */
    private static final Pattern SWITCH_OR_BOUND = Pattern.compile(
            "^(?:no|without|disable|enable|skip|use|is|has|allow)-|^(?:max|min|num)-(?:[a-z0-9]+-)*tokens$");

    private SecretName() {}

    static boolean tells(String name) {
        String words = words(name);
        return (ANYWHERE.matcher(words).find() || AT_THE_END.matcher(words).find())
                && !ABOUT.matcher(words).find()
                && !SWITCH_OR_BOUND.matcher(words).find();
    }

    /** Returns the name's words in lower case, joined by hyphens, without leading dashes or the {@code -D} of a property. */
    private static String words(String name) {
        String bare = EDGES.matcher(name).replaceAll("");
        String apart = CAMEL.matcher(bare).replaceAll("-").toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(apart).replaceAll("-");
    }
}
