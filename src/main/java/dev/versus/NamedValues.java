package dev.versus;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks values that follow the name of a secret in a text: {@code name=value}, {@code name: value}, {@code --name value}. */
final class NamedValues {

    /** A name, which may be quoted, and the separator before its value. */
    private static final Pattern NAMED =
            Pattern.compile("[?&]?+(?<![\\w.-])(-{0,2}[A-Za-z_][\\w.-]*+)(\\\\?[\"']?)(\\h*[:=]\\h*|\\h+)");
    /** A value: a quoted text, a JSON object or list, or everything up to the next white space. */
    private static final Pattern VALUE =
            Pattern.compile("\\\\\"[^\"\\\\]*+\\\\\"|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,999}+\""
                    + "|'[^']*+'|\\{[^{}]*+}|\\[[^\\[\\]]*+]|\\S+");

    private static final Pattern QUOTED = Pattern.compile("(?s)(\\\\?[\"']).*\\1");
    private static final Pattern END_IN_QUERY = Pattern.compile("[&#\"'].*|[,;:)]+$");
    private static final Pattern END_IN_JSON = Pattern.compile("[,}\\]].*");
    private static final Pattern END = Pattern.compile("[\"',;:)}\\]]+$");
    private static final Pattern NEVER = Pattern.compile("(?!)");

    /** Settings of the Redis configuration, whose values follow after a space alone. */
    private static final Set<String> OF_REDIS = Set.of("requirepass", "masterauth", "primaryauth");

    private NamedValues() {}

    static String masked(String text) {
        var told = new StringBuilder();
        Matcher named = NAMED.matcher(text);
        int from = 0;
        while (named.find(from)) {
            Matcher value = VALUE.matcher(text).region(named.end(), text.length());
            boolean secret = Secrets.isNamedBy(named.group(1)) && value.lookingAt() && isOf(named, value.group());
            told.append(text, from, secret ? named.end() : named.end(1));
            from = secret ? value.start() + mask(named, value.group(), told) : named.end(1);
        }
        return told.append(text, from, text.length()).toString();
    }

    /** Tells whether the value belongs to the name. After a space alone any word of prose could follow, so more evidence is needed. */
    private static boolean isOf(MatchResult named, String value) {
        String name = named.group(1);
        return !named.group(3).isBlank()
                || (name.startsWith("-") && !value.startsWith("--"))
                || OF_REDIS.contains(name)
                || QUOTED.matcher(value).matches();
    }

    /** Appends the mask and returns the number of characters that it replaces. */
    private static int mask(MatchResult named, String value, StringBuilder told) {
        Matcher quoted = QUOTED.matcher(value);
        String quote = quoted.matches() ? quoted.group(1) : "";
        told.append(quote).append(Secrets.MASK).append(quote);
        return quote.isEmpty()
                ? end(named, value).matcher(value).replaceFirst("").length()
                : value.length();
    }

    /** Returns the pattern of trailing characters that do not belong to the value, such as a closing quote or comma. */
    private static Pattern end(MatchResult named, String value) {
        if (value.startsWith("{") || value.startsWith("[")) {
            return NEVER;
        }
        if (named.group().startsWith("?") || named.group().startsWith("&")) {
            return END_IN_QUERY;
        }
        return named.group(2).isEmpty() ? END : END_IN_JSON;
    }
}
