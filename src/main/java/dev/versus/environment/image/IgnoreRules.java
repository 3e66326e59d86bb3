package dev.versus.environment.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rules of {@code .dockerignore} for the files that a build context leaves out. The last matching pattern decides, {@code !} includes a
 * file again, and a pattern that matches a folder matches everything in it. Source: "Dockerignore files" in Docker's documentation.
 */
record IgnoreRules(List<Rule> rules) {

    private static final String FILE = ".dockerignore";

    private record Rule(boolean ignores, Pattern pattern) {}

    IgnoreRules {
        rules = List.copyOf(rules);
    }

    /** Reads the rules of a context. A file for one Dockerfile only, {@code <name>.dockerignore}, takes precedence. */
    static IgnoreRules of(Path context, String dockerfile) throws IOException {
        for (String name : List.of(dockerfile + FILE, FILE)) {
            if (Files.isRegularFile(context.resolve(name))) {
                return parse(Files.readAllLines(context.resolve(name)));
            }
        }
        return new IgnoreRules(List.of());
    }

    static IgnoreRules parse(List<String> lines) {
        return new IgnoreRules(lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(IgnoreRules::rule)
                .toList());
    }

    private static Rule rule(String line) {
        boolean ignores = !line.startsWith("!");
        String path = ignores ? line : line.substring(1).strip();
        String bare = path.replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", "");
        return new Rule(ignores, Pattern.compile(expression(bare) + "(/.*)?"));
    }

    /** Translates a pattern: {@code **} matches any number of folders, {@code *} and {@code ?} match anything but a slash. */
    private static String expression(String glob) {
        var expression = new StringBuilder();
        for (int at = 0; at < glob.length(); at++) {
            char c = glob.charAt(at);
            if (glob.startsWith("**/", at)) {
                expression.append("(.*/)?");
                at += 2;
            } else if (glob.startsWith("**", at)) {
                expression.append(".*");
                at++;
            } else if (c == '*') {
                expression.append("[^/]*");
            } else if (c == '?') {
                expression.append("[^/]");
            } else if (c == '[' || c == ']') {
                expression.append(c);
            } else {
                expression.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return expression.toString();
    }

    /** Tells whether a file is left out. Its path is relative to the context, with slashes. */
    boolean ignore(String path) {
        boolean ignored = false;
        for (Rule rule : rules) {
            ignored = rule.pattern.matcher(path).matches() ? rule.ignores : ignored;
        }
        return ignored;
    }
}
