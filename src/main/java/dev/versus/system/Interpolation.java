package dev.versus.system;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The variables that are replaced in a Compose file. The syntax is that of Compose: {@code $VAR}, {@code ${VAR}},
 * {@code ${VAR:-default}}, {@code ${VAR-default}}, {@code ${VAR:?message}}, {@code ${VAR?message}}, {@code ${VAR:+other}},
 * {@code ${VAR+other}}, and {@code $$} for a dollar sign. The colon counts an empty variable as missing. A variable that is
 * missing and has no default is empty, as it is with Compose.
 */
public record Interpolation(Map<String, String> variables) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern OPERATOR = Pattern.compile(":?[-?+]");
    private static final int DEEPEST = 20;
    private static final int SHOWN = 100;

    public Interpolation {
        variables = Map.copyOf(variables);
    }

    /** Returns an interpolation with the environment variables of this process. */
    public static Interpolation ofProcess() {
        return new Interpolation(System.getenv());
    }

    /** Adds variables as defaults; variables that are already set keep their value, so that a user can override them. */
    public Interpolation withDefaults(Map<String, String> defaults) {
        var all = new LinkedHashMap<>(defaults);
        all.putAll(variables);
        return new Interpolation(all);
    }

    /** A text that cannot be interpolated. The caller adds its place in the file. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    String apply(String text) throws Malformed {
        var out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            at = c == '$' ? expand(text, at + 1, out) : copy(c, at, out);
            requireShort(out, text);
        }
        return out.toString();
    }

    private static void requireShort(StringBuilder out, String text) throws Malformed {
        if (out.length() > YamlBounds.TEXT) {
            throw new Malformed(String.format(
                    Locale.ROOT,
                    "'%s' becomes longer than %,d characters by its variables, which is the limit of a value; use shorter variables",
                    shown(text),
                    YamlBounds.TEXT));
        }
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static int copy(char c, int at, StringBuilder out) {
        out.append(c);
        return at + 1;
    }

    private int expand(String text, int at, StringBuilder out) throws Malformed {
        if (at < text.length() && text.charAt(at) == '$') {
            return copy('$', at, out);
        }
        if (at < text.length() && text.charAt(at) == '{') {
            int end = closingBrace(text, at + 1);
            out.append(substitute(text.substring(at + 1, end)));
            return end + 1;
        }
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (!name.lookingAt()) {
            throw new Malformed("'" + shown(text) + "' has a '$' that names no variable; write '$$' for a dollar sign");
        }
        out.append(variables.getOrDefault(name.group(), ""));
        return name.end();
    }

    private static int closingBrace(String text, int from) throws Malformed {
        int depth = 1;
        for (int at = from; at < text.length(); at++) {
            if (text.startsWith("${", at)) {
                depth++;
                requireShallow(depth, text);
            } else if (text.charAt(at) == '}' && --depth == 0) {
                return at;
            }
        }
        throw new Malformed(
                "'" + shown(text) + "' opens '${' and never closes it; add '}', or write '$$' for a dollar sign");
    }

    private static void requireShallow(int depth, String text) throws Malformed {
        if (depth > DEEPEST) {
            throw new Malformed("'" + shown(text) + "' nests '${' deeper than " + DEEPEST
                    + ", which is the limit of a value; write defaults that use fewer other variables");
        }
    }

    private String substitute(String expression) throws Malformed {
        Matcher name = NAME.matcher(expression);
        if (!name.lookingAt()) {
            throw new Malformed("'${" + shown(expression) + "}' names no variable");
        }
        String value = variables.get(name.group());
        Matcher operator = OPERATOR.matcher(expression).region(name.end(), expression.length());
        if (operator.lookingAt()) {
            String rest = expression.substring(operator.end());
            return operate(name.group(), operator.group(), rest);
        }
        if (name.end() < expression.length()) {
            throw new Malformed("'${" + shown(expression)
                    + "}' is not understood; use ${VAR}, ${VAR:-default}, ${VAR:?message}" + " or ${VAR:+other}");
        }
        return value == null ? "" : value;
    }

    private String operate(String name, String operator, String rest) throws Malformed {
        String value = variables.get(name);
        boolean present = value != null && !(operator.startsWith(":") && value.isEmpty());
        return switch (operator.charAt(operator.length() - 1)) {
            case '-' -> present ? given(value) : apply(rest);
            case '+' -> present ? apply(rest) : "";
            default -> present ? given(value) : missing(name, rest);
        };
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }

    private String missing(String name, String message) throws Malformed {
        String why = message.isEmpty() ? "" : " (" + apply(message) + ")";
        throw new Malformed("the variable " + name + " is required and not set" + why + "; set it in the environment");
    }
}
