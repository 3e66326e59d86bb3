package dev.versus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Replaces secrets by {@link #MASK} in records, reports, output and exception messages. A secret is recognised by the name before it
 * ({@code DB_PASSWORD=…}, {@code --requirepass …}, {@code "token": …}), by its context (a URL with a password, an
 * {@code Authorization} header, a private key), or by the known format of a key. Masking is idempotent, and two texts that differ only
 * in a secret have the same masked text.
 */
public final class Secrets {

    /** The text that replaces a secret. */
    public static final String MASK = "***";

    private static final Pattern NAME = Pattern.compile("[\\w.-]+");

    private Secrets() {}

    /** Tells whether a variable, setting, option, header or field of this name holds a secret. */
    public static boolean isNamedBy(String name) {
        return SecretName.tells(name);
    }

    /** Returns the value of a variable or setting, masked if its name marks a secret; an empty value stays empty. */
    public static String masked(String name, String value) {
        return isNamedBy(name) && !value.isEmpty() ? MASK : masked(value);
    }

    /** Returns a map of names to values with every secret value masked. */
    public static Map<String, String> masked(Map<String, String> values) {
        Map<String, String> masked = new TreeMap<>();
        values.forEach((name, value) -> masked.put(name, masked(name, value)));
        return masked;
    }

    /** Returns the words of a command line with secrets masked. */
    public static List<String> masked(List<String> words) {
        List<String> masked = new ArrayList<>();
        String before = "";
        for (String word : words) {
            masked.add(takesSecret(before) && !word.startsWith("--") ? MASK : maskedWord(word));
            before = word;
        }
        return List.copyOf(masked);
    }

    private static boolean takesSecret(String option) {
        return option.startsWith("-") && option.indexOf('=') < 0 && isNamedBy(option);
    }

    private static String maskedWord(String word) {
        int equals = word.indexOf('=');
        boolean named = equals > 0 && NAME.matcher(word.substring(0, equals)).matches();
        return named
                ? word.substring(0, equals + 1) + masked(word.substring(0, equals), word.substring(equals + 1))
                : masked(word);
    }

    /** Returns a text with secrets masked: a message, a command, JSON, YAML or a URL. */
    public static String masked(String text) {
        return NamedValues.masked(SecretForms.masked(text));
    }
}
