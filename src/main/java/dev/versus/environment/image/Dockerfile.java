package dev.versus.environment.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a Dockerfile, with its base images. */
record Dockerfile(String text) {

    private static final Pattern ARGUMENT = Pattern.compile("(?i)ARG\\s+(\\w+)(?:=\"?([^\"\\s]*)\"?)?.*");
    private static final Pattern STAGE =
            Pattern.compile("(?i)(FROM\\s+(?:--\\S+\\s+)*)(\\S+)(?:(\\s+AS\\s+)(\\S+))?\\s*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::?-([^}]*))?}|\\$(\\w+)");
    private static final String NOTHING = "scratch";

    /** Returns the base images of its stages, with arguments replaced by their values. Earlier stages and {@code scratch} are left out. */
    Set<String> bases(Map<String, String> arguments) {
        Set<String> bases = new LinkedHashSet<>();
        rewritten(
                arguments,
                base -> {
                    bases.add(base);
                    return base;
                },
                List.of());
        return bases;
    }

    /**
     * Returns this Dockerfile with other base images.
     *
     * @param bases another name for each base image
     * @param preamble lines to insert at the beginning of each stage with a base image
     */
    Dockerfile upon(Map<String, String> arguments, UnaryOperator<String> bases, List<String> preamble) {
        return new Dockerfile(String.join("\n", rewritten(arguments, bases, preamble)) + "\n");
    }

    private List<String> rewritten(Map<String, String> arguments, UnaryOperator<String> bases, List<String> preamble) {
        Map<String, String> known = new HashMap<>();
        Set<String> stages = new HashSet<>();
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher stage = STAGE.matcher(line.strip());
            if (!stage.matches()) {
                remember(line.strip(), arguments, stages.isEmpty() ? known : new HashMap<>());
                lines.add(line);
                continue;
            }
            String base = substituted(stage.group(2), known);
            boolean foreign = !base.equals(NOTHING) && !stages.contains(base.toLowerCase(Locale.ROOT));
            String name = stage.group(4) == null ? "" : stage.group(3) + stage.group(4);
            lines.add(foreign ? stage.group(1) + bases.apply(base) + name : line);
            lines.addAll(foreign ? preamble : List.of());
            stages.add(stage.group(4) == null ? "" : stage.group(4).toLowerCase(Locale.ROOT));
        }
        return lines;
    }

    /** Remembers an argument. {@code FROM} sees only those before the first stage. */
    private static void remember(String line, Map<String, String> arguments, Map<String, String> known) {
        Matcher argument = ARGUMENT.matcher(line);
        if (argument.matches()) {
            String otherwise = argument.group(2) == null ? "" : argument.group(2);
            known.put(argument.group(1), arguments.getOrDefault(argument.group(1), otherwise));
        }
    }

    private static String substituted(String text, Map<String, String> known) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String name = found.group(1) == null ? found.group(3) : found.group(1);
            String otherwise = found.group(2) == null ? "" : found.group(2);
            String value = known.getOrDefault(name, "");
            return Matcher.quoteReplacement(value.isEmpty() ? otherwise : value);
        });
    }
}
