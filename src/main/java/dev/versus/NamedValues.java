package dev.versus;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that stand behind the name of a secret in a text: {@code name=value}, {@code name: value}, {@code --name value}. */
final class NamedValues {

    private static final Pattern NAMED = Pattern.compile("(?<![\\w.-])(-{0,2}[A-Za-z_][\\w.-]*+)(\\\\?[\"']?)(\\h*[:=]\\h*|\\h+)"
            + "(\\\\\"[^\"\\\\]*+\\\\\"|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,999}+\"|'[^']*+'|\\{[^{}]*+}|\\[[^\\[\\]]*+]|\\S+)");
    private static final Pattern QUOTED = Pattern.compile("(?s)(\\\\?[\"']).*\\1");
    private static final Pattern END_IN_QUERY = Pattern.compile("[&#\"'].*");
    private static final Pattern END_IN_JSON = Pattern.compile("[,}\\]].*");
    private static final Pattern END = Pattern.compile("[\"',;)}\\]]+$");
    private static final Pattern NEVER = Pattern.compile("(?!)");

    /** Settings of Redis' configuration, which stand before their values with nothing but a blank between. */
    private static final Set<String> OF_REDIS = Set.of("requirepass", "masterauth", "primaryauth");

    private NamedValues() {}

    static String masked(String text) {
        var told = new StringBuilder();
        Matcher named = NAMED.matcher(text);
        int from = 0;
        while (named.find(from)) {
            boolean secret = isSecret(named);
            int next = secret ? named.start(4) : named.end(1);
            told.append(text, from, next);
            from = secret ? mask(text, named, told) : next;
        }
        return told.append(text, from, text.length()).toString();
    }

    private static boolean isSecret(MatchResult named) {
        String name = named.group(1);
        return Secrets.isNamedBy(name) && (!named.group(3).isBlank() || takesBlank(name, named.group(4)));
    }

    /** In prose a name stands before any word. */
    private static boolean takesBlank(String name, String value) {
        return (name.startsWith("-") && !value.startsWith("--"))
                || OF_REDIS.contains(name)
                || QUOTED.matcher(value).matches();
    }

    /** Writes the mask, and tells where the value ends. */
    private static int mask(String text, MatchResult named, StringBuilder told) {
        String value = named.group(4);
        Matcher quoted = QUOTED.matcher(value);
        if (quoted.matches()) {
            told.append(quoted.group(1)).append(Secrets.MASK).append(quoted.group(1));
            return named.end();
        }
        told.append(Secrets.MASK);
        return named.start(4) + end(text, named).matcher(value).replaceFirst("").length();
    }

    private static Pattern end(String text, MatchResult named) {
        char before = named.start() == 0 ? ' ' : text.charAt(named.start() - 1);
        char first = named.group(4).charAt(0);
        if (first == '{' || first == '[') {
            return NEVER;
        }
        if (before == '?' || before == '&') {
            return END_IN_QUERY;
        }
        return named.group(2).isEmpty() ? END : END_IN_JSON;
    }
}
