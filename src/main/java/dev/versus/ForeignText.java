package dev.versus;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes what services and engines say fit to be printed: a terminal obeys escape codes, an editor writes what follows a
 * bidirectional override backwards, and a CI server obeys lines such as {@code ::error::} and {@code ##vso[…]}. Here all of that is
 * text that can be read, and does nothing.
 */
public final class ForeignText {

    /** What stands before each line that somebody else has written, so that it begins as none that a CI server obeys. */
    public static final String QUOTE = "    | ";

    private static final int LONGEST = 4_000;

    /** Controls (C0, DEL and C1), formatting such as bidirectional overrides, and odd surrogates; not tabs, nor what joins emoji. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\t\\x{200C}\\x{200D}]]");

    /** GitHub's older runners and Azure's obey it wherever it stands in a line, TeamCity at its beginning. */
    private static final Pattern HASHES = Pattern.compile("##(?=\\w*\\[)");

    private static final Pattern COMMAND = Pattern.compile("\\s*::.*");

    private ForeignText() {}

    /** One line, at most 4,000 characters of it. */
    public static String line(String line) {
        String kept = line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST) + "… (" + (line.length() - LONGEST) + " more characters)";
        String seen = UNSEEN.matcher(kept).replaceAll(ForeignText::escaped);
        return HASHES.matcher(seen).replaceAll("# #");
    }

    /** Several lines, each as one, behind the quote where they begin as a command of a CI server. */
    public static String lines(String text) {
        return text.lines()
                .map(ForeignText::line)
                .map(line -> COMMAND.matcher(line).matches() ? QUOTE + line : line)
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(MatchResult found) {
        int code = found.group().codePointAt(0);
        String pattern = code < 0x100 ? "\\x%02x" : "\\u%04x";
        return Matcher.quoteReplacement(String.format(Locale.ROOT, pattern, code));
    }
}
