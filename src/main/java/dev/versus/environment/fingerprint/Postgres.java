package dev.versus.environment.fingerprint;

import dev.versus.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Properties of PostgreSQL: its version, and the settings in its command line. */
final class Postgres implements Trait {

    /** Settings that affect speed: switches, sizes, costs, bounds and times. None of them is a secret. */
    private static final Pattern TOLD =
            Pattern.compile("(?i)fsync|jit|ssl|autovacuum|full_page_writes|huge_pages|io_method"
                    + "|synchronous_commit|shared_preload_libraries|logging_collector|log_statement|log_(?:dis)?connections|log_duration"
                    + "|password_encryption|default_transaction_isolation|wal_(?:level|compression|sync_method|init_zero|recycle)"
                    + "|(?:enable|track|max|min|effective|autovacuum|vacuum|bgwriter|parallel|geqo|jit|io|tcp)_\\w+"
                    + "|(?:\\w+\\.)?\\w*_(?:buffers|mem|size|cost|workers|delay|timeout|connections|limit|ratio|factor|target|threshold|interval)"
                    + "|pg_stat_statements\\.\\w+|auto_explain\\.\\w+");

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

    /** Reads an answer such as {@code postgres (PostgreSQL) 17.2}, which a distribution may have extended. */
    static String version(String answer) {
        return answer.strip().replaceFirst("^postgres \\(PostgreSQL\\) ", "");
    }

    static String settings(List<String> command) {
        List<String> settings = new ArrayList<>();
        for (int i = 0; i + 1 < command.size(); i++) {
            if (command.get(i).equals("-c")) {
                settings.add(told(command.get(i + 1)));
            }
        }
        return settings.isEmpty() ? "none" : String.join(", ", new TreeSet<>(settings));
    }

    /** Returns a setting as it may be shown: the value is masked unless the setting affects speed. */
    private static String told(String setting) {
        String name = setting.replaceFirst("\\s*=.*", "");
        return name.equals(setting) || TOLD.matcher(name).matches() ? setting : name + "=" + Secrets.MASK;
    }
}
