package dev.versus.environment.fingerprint;

import dev.versus.EnvironmentFacts;
import dev.versus.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A JVM: version and vendor by the {@code release} file of its home, flags and main class by its command line. */
final class Java implements Trait {

    private static final Set<String> WITH_CLASS_PATH =
            Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path");
    private static final Map<String, String> RELEASE = Map.of(
            "JAVA_RUNTIME_VERSION", "program.version",
            "IMPLEMENTOR", "program.vendor",
            "IMPLEMENTOR_VERSION", "program.build",
            "JVM_VARIANT", "program.variant");

    @Override
    public Map<String, String> of(Inspected replica) {
        if (!replica.program().equals("java")) {
            return Map.of();
        }
        Map<String, String> values = new TreeMap<>(release(releaseFile(replica)));
        values.putAll(arguments(replica.command()));
        return values;
    }

    private static String releaseFile(Inspected replica) {
        String path = replica.executable().replaceFirst("/bin/java$", "/release");
        String text = replica.file(path);
        return text.isEmpty() ? replica.ask("cat", path).orElse("") : text;
    }

    static Map<String, String> release(String text) {
        Map<String, String> values = new TreeMap<>();
        text.lines()
                .map(line -> line.split("=", 2))
                .filter(line -> line.length == 2)
                .forEach(line -> {
                    String key = RELEASE.get(line[0]);
                    if (key != null) {
                        values.put(key, line[1].replace("\"", ""));
                    }
                });
        return values;
    }

    /** Flags up to the main class; what comes after it is the program's own. */
    static Map<String, String> arguments(List<String> command) {
        List<String> flags = new ArrayList<>();
        int at = 1;
        while (at < command.size() && command.get(at).startsWith("-")) {
            String flag = command.get(at);
            if (WITH_CLASS_PATH.contains(flag)) {
                at++;
            } else if (!flag.equals("-jar")) {
                flags.add(flag);
            }
            at++;
        }
        Map<String, String> values = new TreeMap<>();
        values.put(EnvironmentFacts.PROGRAM_FLAGS, flags.isEmpty() ? "none" : String.join(" ", Secrets.masked(flags)));
        if (at < command.size()) {
            values.put(EnvironmentFacts.PROGRAM_ENTRY, Inspected.nameOf(command.get(at)));
        }
        return values;
    }
}
