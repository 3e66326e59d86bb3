package dev.versus;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that stand behind the name of a secret in a text: {@code name=value}, {@code name: value}, {@code --name value}. */
final class NamedValues {

    /** A name, which may be quoted, and what stands between it and its value. */
    private static final Pattern NAMED =
            Pattern.compile("[?&]?+(?<![\\w.-])(-{0,2}[A-Za-z_][\\w.-]*+)(\\\\?[\"']?)(\\h*[:=]\\h*|\\h+)");
    /** A value: quoted in a way, an object or a list of JSON, or all up to the next blank. */
    private static final Pattern VALUE =
            Pattern.compile("\\\\\"[^\"\\\\]*+\\\\\"|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,999}+\""
                    + "|'[^']*+'|\\{[^{}]*+}|\\[[^\\[\\]]*+]|\\S+");

    private static final Pattern QUOTED = Pattern.compile("(?s)(\\\\?[\"']).*\\1");
    private static final Pattern END_IN_QUERY = Pattern.compile("[&#\"'].*|[,;:)]+$");
    private static final Pattern END_IN_JSON = Pattern.compile("[,}\\]].*");
    private static final Pattern END = Pattern.compile("[\"',;:)}\\]]+$");
    private static final Pattern NEVER = Pattern.compile("(?!)");

    /** Settings of Redis' configuration, which stand before their values with nothing but a blank between. */
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

    /** In prose a name stands before any word, with a blank between. */
    private static boolean isOf(MatchResult named, String value) {
        String name = named.group(1);
        return !named.group(3).isBlank()
                || (name.startsWith("-") && !value.startsWith("--"))
                || OF_REDIS.contains(name)
                || QUOTED.matcher(value).matches();
    }

    /** Writes the mask, and tells how much of what comes it stands for. */
    private static int mask(MatchResult named, String value, StringBuilder told) {
        Matcher quoted = QUOTED.matcher(value);
        String quote = quoted.matches() ? quoted.group(1) : "";
        told.append(quote).append(Secrets.MASK).append(quote);
        return quote.isEmpty()
                ? end(named, value).matcher(value).replaceFirst("").length()
                : value.length();
    }

    /** The part of a value up to the next blank that does not belong to it. */
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
