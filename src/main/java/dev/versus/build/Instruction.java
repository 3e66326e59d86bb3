package dev.versus.build;

import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.versus.system.ShellWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instruction of a Dockerfile.
 *
 * @param name its name, in capitals
 * @param text all that follows the name, on one line
 */
record Instruction(String name, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FLAG = Pattern.compile("--(\\w[\\w-]*)(?:=(\\S*))?\\s*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::?-([^}]*))?}|\\$(\\w+)");

    /** Begins a text on the lines that follow, up to the one with its name. */
    private static final Pattern HERE = Pattern.compile("<<-?[\"']?(\\w+)[\"']?");

    private static final Set<String> WITH_TEXTS = Set.of("RUN", "COPY", "ADD");

    /** Reads all instructions of a Dockerfile. Comments and texts are left out, and lines that end in a backslash continue. */
    static List<Instruction> read(String dockerfile) {
        var instructions = new ArrayList<Instruction>();
        var line = new StringBuilder();
        for (Iterator<String> lines = dockerfile.lines().iterator(); lines.hasNext(); ) {
            String part = lines.next().strip();
            if (part.startsWith("#") || part.isEmpty()) {
                continue;
            }
            boolean continued = part.endsWith("\\");
            line.append(continued ? part.substring(0, part.length() - 1) : part).append(' ');
            if (!continued) {
                Instruction read = of(line.toString().strip());
                read.skipTexts(lines);
                instructions.add(read);
                line.setLength(0);
            }
        }
        return instructions;
    }

    private void skipTexts(Iterator<String> lines) {
        Matcher begin = HERE.matcher(WITH_TEXTS.contains(name) ? text : "");
        while (begin.find()) {
            String end = begin.group(1);
            while (lines.hasNext() && !lines.next().strip().equals(end)) {
                // The text is no instruction.
            }
        }
    }

    private static Instruction of(String line) {
        String[] parts = line.split("\\s+", 2);
        return new Instruction(parts[0].toUpperCase(Locale.ROOT), parts.length == 1 ? "" : parts[1]);
    }

    /** Returns the value of an option such as {@code --from}; empty if it is not given. */
    String flag(String wanted) {
        Matcher flag = FLAG.matcher(text);
        for (int at = 0; flag.find(at) && flag.start() == at; at = flag.end()) {
            if (flag.group(1).equals(wanted)) {
                return flag.group(2) == null ? "" : flag.group(2);
            }
        }
        return "";
    }

    /** Returns the words after the options, without their quotes, each with its variables replaced. The JSON form is understood. */
    List<String> words(Map<String, String> variables) {
        String bare = text.replaceFirst("^(" + FLAG.pattern() + ")+", "");
        List<String> words = isJson(bare)
                ? json(bare)
                : requireNonNullElseGet(ShellWords.split(bare), () -> Arrays.asList(bare.split("\\s+")));
        return words.stream().map(word -> substituted(word, variables)).toList();
    }

    /** Returns the command of {@code CMD} or {@code ENTRYPOINT}; a text that is not JSON is run by a shell. */
    List<String> command() {
        return isJson(text) ? json(text) : List.of("/bin/sh", "-c", text);
    }

    private static boolean isJson(String text) {
        return text.startsWith("[") && text.endsWith("]");
    }

    private static List<String> json(String text) {
        try {
            return List.of(JSON.readValue(text, String[].class));
        } catch (JsonProcessingException shell) {
            return List.of("/bin/sh", "-c", text);
        }
    }

    private static String substituted(String word, Map<String, String> variables) {
        return VARIABLE.matcher(word).replaceAll(found -> {
            String name = found.group(1) == null ? found.group(3) : found.group(1);
            String otherwise = found.group(2) == null ? "" : found.group(2);
            return Matcher.quoteReplacement(variables.getOrDefault(name, otherwise));
        });
    }
}
