package dev.versus.environment.fingerprint;

import dev.versus.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Properties of Redis or Valkey: version, allocator and options. */
final class Redis implements Trait {

    private static final Set<String> PLACES =
            Set.of("--port", "--bind", "--dir", "--unixsocket", "--logfile", "--pidfile", "--rename-command");

    private static final List<String> PROGRAMS = List.of("redis-server", "valkey-server");
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|\\S+");

    /** Options that affect speed. Their values are no secrets. */
    private static final Set<String> TOLD = Set.of(
            "activedefrag",
            "activerehashing",
            "aof-use-rdb-preamble",
            "appendfsync",
            "appendonly",
            "auto-aof-rewrite-min-size",
            "auto-aof-rewrite-percentage",
            "client-output-buffer-limit",
            "client-query-buffer-limit",
            "cluster-enabled",
            "daemonize",
            "databases",
            "dynamic-hz",
            "hash-max-listpack-entries",
            "hash-max-listpack-value",
            "hz",
            "io-threads",
            "io-threads-do-reads",
            "jemalloc-bg-thread",
            "latency-monitor-threshold",
            "lazyfree-lazy-eviction",
            "lazyfree-lazy-expire",
            "lazyfree-lazy-server-del",
            "lazyfree-lazy-user-del",
            "lfu-decay-time",
            "lfu-log-factor",
            "list-compress-depth",
            "list-max-listpack-size",
            "loglevel",
            "lua-time-limit",
            "maxclients",
            "maxmemory",
            "maxmemory-clients",
            "maxmemory-policy",
            "maxmemory-samples",
            "no-appendfsync-on-rewrite",
            "notify-keyspace-events",
            "proto-max-bulk-len",
            "protected-mode",
            "rdbchecksum",
            "rdbcompression",
            "save",
            "set-max-intset-entries",
            "slowlog-log-slower-than",
            "slowlog-max-len",
            "stop-writes-on-bgsave-error",
            "supervised",
            "tcp-backlog",
            "tcp-keepalive",
            "timeout",
            "tls-port",
            "tracking-table-max-keys",
            "zset-max-listpack-entries",
            "zset-max-listpack-value");

    @Override
    public Map<String, String> of(Inspected replica) {
        if (!PROGRAMS.contains(replica.program())) {
            return Map.of();
        }
        Map<String, String> values =
                new TreeMap<>(build(replica.ask(program(replica), "--version").orElse("")));
        values.put("server.options", options(withFile(replica)));
        return values;
    }

    /** Returns the command line. The options of a configuration file that it names are inserted before its own. */
    private static List<String> withFile(Inspected replica) {
        List<String> words = new ArrayList<>(replica.replica().commandLine());
        int named = 1 + words.indexOf(program(replica));
        if (named < words.size() && words.get(named).startsWith("/")) {
            words.addAll(named + 1, words(replica.file(words.get(named))));
        }
        return words;
    }

    /** Returns the lines of a configuration file as words of a command line. */
    static List<String> words(String file) {
        List<String> words = new ArrayList<>();
        for (String line : file.lines().map(String::strip).toList()) {
            Matcher word = WORD.matcher(line.startsWith("#") ? "" : line);
            String name = "--";
            while (word.find()) {
                words.add(name + (word.group(1) == null ? word.group() : word.group(1)));
                name = "";
            }
        }
        return words;
    }

    /** Returns the program by the name with which it was started, because that name decides what it does. */
    private static String program(Inspected replica) {
        return replica.replica().commandLine().stream()
                .filter(word -> PROGRAMS.stream().anyMatch(Inspected.nameOf(word)::startsWith))
                .findFirst()
                .orElse(replica.executable());
    }

    /** Reads an answer such as {@code Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.2.1 bits=64 build=afd29d2b8e3a6b1f}. */
    static Map<String, String> build(String answer) {
        Map<String, String> names =
                Map.of("v", "program.version", "malloc", "program.allocator", "bits", "program.bits");
        Map<String, String> values = new TreeMap<>();
        for (String word : answer.strip().split("\\s+", -1)) {
            String[] pair = word.split("=", 2);
            if (pair.length == 2 && names.containsKey(pair[0])) {
                values.put(names.getOrDefault(pair[0], pair[0]), pair[1]);
            }
        }
        return values;
    }

    /**
     * Returns the options without those for addresses, paths and access rights. If an option occurs twice, the last one counts. A value is
     * masked unless the option affects speed.
     */
    static String options(List<String> command) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < command.size(); i++) {
            if (command.get(i).startsWith("--") && !PLACES.contains(command.get(i))) {
                List<String> values = new ArrayList<>();
                for (int j = i + 1; j < command.size() && !command.get(j).startsWith("--"); j++) {
                    values.add(command.get(j).isEmpty() ? "''" : command.get(j));
                }
                String name = command.get(i).substring(2);
                options.put(name, TOLD.contains(name) ? String.join(" ", values) : masked(values));
            }
        }
        List<String> texts = new ArrayList<>();
        options.forEach((name, value) -> texts.add((name + " " + value).strip()));
        return texts.isEmpty() ? "none" : String.join(", ", texts);
    }

    private static String masked(List<String> values) {
        return values.isEmpty() ? "" : Secrets.MASK;
    }
}
