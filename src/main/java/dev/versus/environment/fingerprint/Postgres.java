package dev.versus.environment.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** PostgreSQL: version, and settings given by its command line. */
final class Postgres implements Trait {

    @Override
    public Map<String, String> of(Inspected replica) {
        if (!replica.program().equals("postgres")) {
            return Map.of();
        }
        Map<String, String> values = new TreeMap<>();
        replica.ask(replica.executable(), "--version")
                .ifPresent(answer -> values.put("program.version", version(answer)));
        values.put("server.options", settings(replica.command()));
        return values;
    }

    /** Such as {@code postgres (PostgreSQL) 17.2}, with more behind it where a distribution built it. */
    static String version(String answer) {
        return answer.strip().replaceFirst("^postgres \\(PostgreSQL\\) ", "");
    }

    static String settings(List<String> command) {
        List<String> settings = new ArrayList<>();
        for (int i = 0; i + 1 < command.size(); i++) {
            if (command.get(i).equals("-c")) {
                settings.add(command.get(i + 1));
            }
        }
        return settings.isEmpty() ? "none" : String.join(", ", new TreeSet<>(settings));
    }
}
