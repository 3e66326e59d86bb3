package dev.versus.system;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a command text into words by a shell's rules for quotes and backslashes, without any other shell syntax. */
public final class ShellWords {

    private static final char NONE = 0;

    private final String text;
    private final List<String> words = new ArrayList<>();
    private @Nullable StringBuilder word;

    private ShellWords(String text) {
        this.text = text;
    }

    /** Returns the words, or null if a quote is never closed. */
    public static @Nullable List<String> split(String text) {
        return new ShellWords(text).split();
    }

    private @Nullable List<String> split() {
        char quote = NONE;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != NONE && c == quote) {
                quote = NONE;
            } else if (c == '\\' && quote != '\'' && at + 1 < text.length()) {
                at++;
                append(text.charAt(at));
            } else if (quote == NONE && (c == '"' || c == '\'')) {
                quote = c;
                open();
            } else if (quote == NONE && Character.isWhitespace(c)) {
                close();
            } else {
                append(c);
            }
        }
        close();
        return quote == NONE ? List.copyOf(words) : null;
    }

    private StringBuilder open() {
        StringBuilder open = word == null ? new StringBuilder() : word;
        word = open;
        return open;
    }

    private void append(char c) {
        open().append(c);
    }

    private void close() {
        if (word != null) {
            words.add(word.toString());
        }
        word = null;
    }
}
