package dev.versus.workload;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders such as <code>#{id}</code>.
 *
 * @param texts the texts around the placeholders, one more than there are names
 * @param names the names in the placeholders, in their order
 */
public record Placeholders(List<String> texts, List<String> names) {

    private static final Pattern PLACEHOLDER = Pattern.compile("#\\{([^{}\\s]+)}");

    public Placeholders {
        texts = List.copyOf(texts);
        names = List.copyOf(names);
    }

    /** Finds the placeholders of a text. */
    public static Placeholders of(String text) {
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int end = 0;
        for (Matcher found = PLACEHOLDER.matcher(text); found.find(); end = found.end()) {
            texts.add(text.substring(end, found.start()));
            names.add(found.group(1));
        }
        texts.add(text.substring(end));
        return new Placeholders(texts, names);
    }

    /** Percent-encodes everything that is special in a path, a query or a form, except placeholders. */
    static String encoded(String text) {
        Placeholders template = of(text);
        StringBuilder encoded = new StringBuilder(percentEncoded(template.texts.get(0)));
        for (int i = 0; i < template.names.size(); i++) {
            encoded.append("#{").append(template.names.get(i)).append('}');
            encoded.append(percentEncoded(template.texts.get(i + 1)));
        }
        return encoded.toString();
    }

    /** Percent-encodes everything that is special in a path, a query or a form. */
    public static String percentEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Returns the text without its placeholders. */
    String without() {
        return String.join("", texts);
    }

    /** Returns the text with a value in the place of each placeholder. */
    public String filled(UnaryOperator<String> valueOf) {
        StringBuilder filled = new StringBuilder(texts.get(0));
        for (int i = 0; i < names.size(); i++) {
            filled.append(valueOf.apply(names.get(i))).append(texts.get(i + 1));
        }
        return filled.toString();
    }
}
