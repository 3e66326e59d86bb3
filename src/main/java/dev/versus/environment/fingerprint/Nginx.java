package dev.versus.environment.fingerprint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Properties of nginx: version and build from {@code nginx -V}, and its configuration of workers, connections and buffers. */
final class Nginx implements Trait {

    private static final Pattern DIRECTIVE = Pattern.compile(
            "(?<!\\w)(worker_processes|worker_connections|worker_cpu_affinity|multi_accept|keepalive|keepalive_timeout"
                    + "|keepalive_requests|access_log|sendfile|tcp_nopush|tcp_nodelay|gzip|proxy_http_version|proxy_buffering"
                    + "|open_file_cache)\\s+([^;{}]+);");
    private static final Pattern COMMENT = Pattern.compile("#[^\n]*");
    private static final Pattern CONFIGURED_PATH = Pattern.compile("--conf-path=(\\S+)");
    private static final String ARGUMENTS = "configure arguments:";

    @Override
    public Map<String, String> of(Inspected replica) {
        if (!replica.program().equals("nginx")) {
            return Map.of();
        }
        String build = replica.ask("sh", "-c", "exec \"$0\" -V 2>&1", replica.executable())
                .orElse("");
        Map<String, String> values = new TreeMap<>(build(build));
        values.putAll(directives(replica.file(configuration(replica.command(), build))));
        values.put(
                "server.processes",
                String.valueOf(replica.proc().children(replica.pid()).size()));
        return values;
    }

    static Map<String, String> build(String answer) {
        Map<String, String> values = new TreeMap<>();
        answer.lines().forEach(line -> {
            if (line.startsWith("nginx version:")) {
                values.put("program.version", line.substring(line.indexOf('/') + 1));
            } else if (line.startsWith("built with")) {
                values.put("program.tls", line.substring("built with".length()).strip());
            } else if (line.startsWith("built by")) {
                values.put(
                        "program.compiler", line.substring("built by".length()).strip());
            } else if (line.startsWith(ARGUMENTS)) {
                values.put("program.optimisations", BuildFlags.of(line.substring(ARGUMENTS.length())));
            }
        });
        return values;
    }

    /** Returns the path of the configuration: the one in the command line, or the one that nginx was built with. */
    static String configuration(List<String> command, String build) {
        int named = command.indexOf("-c");
        if (named >= 0 && named + 1 < command.size()) {
            return command.get(named + 1);
        }
        Matcher path = CONFIGURED_PATH.matcher(build);
        return path.find() ? path.group(1) : "";
    }

    /** Returns directives of all blocks. A directive that occurs twice has both values. */
    static Map<String, String> directives(String configuration) {
        Map<String, String> values = new TreeMap<>();
        Matcher directive = DIRECTIVE.matcher(COMMENT.matcher(configuration).replaceAll(""));
        while (directive.find()) {
            values.merge(
                    "server." + directive.group(1), directive.group(2).strip(), (one, other) -> one + ", " + other);
        }
        return values;
    }
}
