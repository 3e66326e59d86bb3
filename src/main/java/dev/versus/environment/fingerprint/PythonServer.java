package dev.versus.environment.fingerprint;

import dev.versus.EnvironmentFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The application server of a Python service: which one, how many workers and threads, and for how long it keeps connections, as its
 * command line says; and how many processes it has started, whatever that says.
 */
final class PythonServer implements Trait {

    private static final Set<String> SERVERS = Set.of(
            "gunicorn", "hypercorn", "uvicorn", "flask", "quart", "waitress-serve", "granian", "daphne", "uwsgi");

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("-w", "workers"),
            Map.entry("--workers", "workers"),
            Map.entry("--threads", "threads"),
            Map.entry("-k", "worker-class"),
            Map.entry("--worker-class", "worker-class"),
            Map.entry("--worker-connections", "worker-connections"),
            Map.entry("--worker-tmp-dir", "worker-tmp-dir"),
            Map.entry("--keep-alive", "keep-alive"),
            Map.entry("--timeout-keep-alive", "keep-alive"),
            Map.entry("--backlog", "backlog"),
            Map.entry("--max-requests", "max-requests"),
            Map.entry("--limit-concurrency", "limit-concurrency"),
            Map.entry("--loop", "loop"),
            Map.entry("--http", "http"),
            Map.entry("--access-logfile", "access-log"));
    private static final Set<String> SWITCHES =
            Set.of("--preload", "--without-threads", "--with-threads", "--no-access-log", "--reload", "--debug");

    @Override
    public Map<String, String> of(Inspected replica) {
        if (!replica.program().startsWith("python")) {
            return Map.of();
        }
        List<String> words = new ArrayList<>(replica.command());
        replica.variable("GUNICORN_CMD_ARGS").ifPresent(more -> words.addAll(List.of(more.split("\\s+", -1))));
        Map<String, String> values = new TreeMap<>(settings(words));
        replica.variable("WEB_CONCURRENCY").ifPresent(number -> values.putIfAbsent("server.workers", number));
        values.put("server.processes", String.valueOf(processes(replica)));
        return values;
    }

    /** Python's own helper processes serve nobody. */
    private static long processes(Inspected replica) {
        return replica.proc().children(replica.pid()).stream()
                .map(child -> String.join(" ", replica.proc().words(child, "cmdline")))
                .filter(command -> !command.contains("resource_tracker") && !command.contains("semaphore_tracker"))
                .count();
    }

    static Map<String, String> settings(List<String> words) {
        Map<String, String> values = new TreeMap<>();
        entry(words)
                .ifPresent(entry ->
                        values.put(SERVERS.contains(entry) ? "server.name" : EnvironmentFacts.PROGRAM_ENTRY, entry));
        for (int i = 1; i < words.size(); i++) {
            String[] option = words.get(i).split("=", 2);
            if (SWITCHES.contains(option[0])) {
                values.put("server." + option[0].substring(2), "yes");
            } else if (OPTIONS.containsKey(option[0])) {
                String value = option.length == 2 ? option[1] : i + 1 < words.size() ? words.get(i + 1) : "";
                values.put("server." + OPTIONS.get(option[0]), value);
            } else if (words.get(i).matches("-w\\d+")) {
                values.put("server.workers", words.get(i).substring(2));
            }
        }
        return values;
    }

    /** The module behind {@code -m}, or the script: the first word that is no flag of the interpreter. A text behind {@code -c} is none. */
    private static Optional<String> entry(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).equals("-m") && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
            if (words.get(i).equals("-c")) {
                return Optional.empty();
            }
            if (!words.get(i).startsWith("-")) {
                return Optional.of(Inspected.nameOf(words.get(i)));
            }
        }
        return Optional.empty();
    }
}
