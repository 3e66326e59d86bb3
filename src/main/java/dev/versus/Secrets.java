package dev.versus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Decides what is a secret, and writes {@link #MASK} in its place: in everything that is recorded, reported, printed or told in an
 * exception. A secret is known by the name before it ({@code DB_PASSWORD=…}, {@code --requirepass …}, {@code "token": …}), by what it
 * stands in (a URL with a password, an {@code Authorization} header, a private key), or by a form that only secrets have. Masking
 * twice changes nothing, and two texts that differ in a secret alone are masked alike.
 */
public final class Secrets {

    /** What stands where a secret was. */
    public static final String MASK = "***";

    private static final Pattern NAME = Pattern.compile("[\\w.-]+");

    private Secrets() {}

    /** Whether a variable, setting, option, header or field of this name holds a secret. */
    public static boolean isNamedBy(String name) {
        return SecretName.tells(name);
    }

    /** The value of a variable or setting as it may be told; an empty one hides nothing. */
    public static String masked(String name, String value) {
        return isNamedBy(name) && !value.isEmpty() ? MASK : masked(value);
    }

    /** Values by name, each as it may be told. */
    public static Map<String, String> masked(Map<String, String> values) {
        Map<String, String> masked = new TreeMap<>();
        values.forEach((name, value) -> masked.put(name, masked(name, value)));
        return masked;
    }

    /** The words of a command line, each as it may be told. */
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

    /** A text of any kind as it may be told: a message, a command, JSON, YAML, a URL. */
    public static String masked(String text) {
        return NamedValues.masked(SecretForms.masked(text));
    }
}
