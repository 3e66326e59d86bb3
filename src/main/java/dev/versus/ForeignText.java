package dev.versus;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the output of services and engines safe to print. Terminals obey escape codes, editors reverse text after a bidirectional
 * override, and CI servers obey lines such as {@code ::error::} and {@code ##vso[…]}; all of these become plain visible text.
 */
public final class ForeignText {

    /** The prefix of a quoted line, which keeps a CI server from obeying the line as a command. */
    public static final String QUOTE = "    | ";

    private static final int LONGEST = 4_000;

    /** Control characters (C0, DEL, C1), format characters and lone surrogates; without the tab and the joiners used in emoji. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\t\\x{200C}\\x{200D}]]");

    /** The start of a CI command: Azure and older GitHub runners obey it anywhere in a line, TeamCity at the line's beginning. */
    private static final Pattern HASHES = Pattern.compile("##(?=\\w*\\[)");

    private static final Pattern COMMAND = Pattern.compile("\\s*::.*");

    private ForeignText() {}

    /** Returns a line with unsafe characters escaped, cut after 4,000 characters. */
    public static String line(String line) {
        String kept = line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST) + "… (" + (line.length() - LONGEST) + " more characters)";
        String seen = UNSEEN.matcher(kept).replaceAll(ForeignText::escaped);
        return HASHES.matcher(seen).replaceAll("# #");
    }

    /** Returns each line made safe by {@link #line}, with {@link #QUOTE} before lines that begin as a CI command. */
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
