package dev.versus.environment.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Translation of the addresses of a network of containers into those of this host, in the commands and variables of one replica. The rules
 * are in {@code environments/process/README.md}.
 */
final class Rewriting {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String ANY = "0.0.0.0";
    private static final int HTTP = 80;
    private static final Set<String> OWN_HOSTS = Set.of(ANY, LOOPBACK, "localhost", "[::]");
    private static final Pattern OWN_PORT_ONLY = Pattern.compile(":(\\d{1,5})");
    private static final Pattern PORT_OPTION = Pattern.compile("(--?[\\w-]*port=)(\\d{1,5})");
    private static final Pattern PORT_FLAG = Pattern.compile("--?[\\w-]*port|-p");
    private static final Pattern PORT_VARIABLE = Pattern.compile("(?:.*_)?PORT");
    private static final Pattern HOST_VARIABLE = Pattern.compile("(.*_)?HOST");

    private final Assignment assignment;
    private final Replica self;
    private final Pattern address;

    Rewriting(Assignment assignment, Replica self) {
        this.assignment = assignment;
        this.self = self;
        this.address = Pattern.compile("(http://)?(?<![\\w.-])(" + hosts(assignment) + ")(?::(\\d{1,5}))?(?![\\w.:-])");
    }

    private static String hosts(Assignment assignment) {
        var hosts = new ArrayList<>(assignment.replicas().keySet());
        hosts.addAll(OWN_HOSTS);
        return hosts.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /** Rewrites any text: addresses in it, or the whole text if it is a colon and a port of the replica. */
    String text(String text) {
        if (text.equals(ANY)) {
            return LOOPBACK;
        }
        Matcher own = OWN_PORT_ONLY.matcher(text);
        if (own.matches()) {
            Integer port = self.ports().get(Integer.valueOf(own.group(1)));
            return port == null ? text : LOOPBACK + ":" + port;
        }
        String bound = text.endsWith("=" + ANY) ? text.substring(0, text.length() - ANY.length()) + LOOPBACK : text;
        return address.matcher(bound).replaceAll(this::address);
    }

    private String address(MatchResult found) {
        String host = found.group(2);
        Integer target = target(found);
        Integer port = target == null ? null : portsOf(host).get(target);
        String scheme = found.group(1) == null ? "" : found.group(1);
        return Matcher.quoteReplacement(port == null ? found.group() : scheme + LOOPBACK + ":" + port);
    }

    private static @Nullable Integer target(MatchResult found) {
        if (found.group(3) != null) {
            return Integer.valueOf(found.group(3));
        }
        return found.group(1) == null ? null : HTTP;
    }

    private Map<Integer, Integer> portsOf(String host) {
        boolean own = OWN_HOSTS.contains(host) || host.equals(self.service().name());
        return own ? self.ports() : assignment.portsOf(host);
    }

    /** Rewrites the words of a command: addresses, and the replica's own ports in options whose name is that of a port. */
    List<String> words(List<String> words) {
        var rewritten = new ArrayList<String>();
        String before = "";
        for (String word : words) {
            rewritten.add(PORT_FLAG.matcher(before).matches() ? ownPort(word) : option(word));
            before = word;
        }
        return rewritten;
    }

    private String option(String word) {
        Matcher option = PORT_OPTION.matcher(word);
        return option.matches() ? option.group(1) + ownPort(option.group(2)) : text(word);
    }

    private String ownPort(String text) {
        return port(text, self.ports());
    }

    private static String port(String text, Map<Integer, Integer> ports) {
        if (!text.matches("\\d{1,5}")) {
            return text;
        }
        Integer port = ports.get(Integer.valueOf(text));
        return port == null ? text : String.valueOf(port);
    }

    /** Rewrites variables: addresses, the replica's own ports by the name of the variable, and pairs of another service's host and port. */
    Map<String, String> variables(Map<String, String> variables) {
        var rewritten = new LinkedHashMap<String, String>();
        variables.forEach((name, value) -> rewritten.put(name, variable(name, value, variables)));
        return rewritten;
    }

    private String variable(String name, String value, Map<String, String> all) {
        if (PORT_VARIABLE.matcher(name).matches()) {
            String host = all.get(name.substring(0, name.length() - "PORT".length()) + "HOST");
            return port(value, host == null || !assignment.replicas().containsKey(host) ? self.ports() : portsOf(host));
        }
        boolean namesService =
                HOST_VARIABLE.matcher(name).matches() && assignment.replicas().containsKey(value);
        return namesService ? LOOPBACK : text(value);
    }
}
