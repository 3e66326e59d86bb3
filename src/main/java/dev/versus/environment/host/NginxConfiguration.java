package dev.versus.environment.host;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text of an nginx.conf that was written for a container, and its changes for a host that several services share. */
record NginxConfiguration(String text) {

    /** Matches {@code listen 8080 reuseport;}, with or without an address before the port. The words after the port stay unchanged. */
    private static final Pattern LISTEN = Pattern.compile(
            "(?<=[\\s;{])listen\\s+(\\[[^\\]]*]:|\\*:|0\\.0\\.0\\.0:|127\\.0\\.0\\.1:|localhost:)?(\\d{1,5})(?=[\\s;])([^;]*);");

    private static final Pattern HTTP = Pattern.compile("(?m)(?<=^|[;}\\s])http\\s*\\{");

    private static final List<String> OF_HTTP = List.of(
            "access_log",
            "client_body_temp_path",
            "proxy_temp_path",
            "fastcgi_temp_path",
            "uwsgi_temp_path",
            "scgi_temp_path");

    private static final Pattern TEMPORARY = Pattern.compile("(?<=[\\s\"'=:])/tmp/");

    /** Returns the configuration for one replica: with its ports and addresses, and with a folder of its own for temporary files. */
    String at(Replica replica, Site site, Path folder) {
        String worded = worded(replica, site);
        String own = TEMPORARY.matcher(worded).replaceAll(Matcher.quoteReplacement(folder + "/"));
        return withPlacesToWrite(own, folder);
    }

    /** Adds paths that the text does not set. By default nginx would write to folders that belong to root or to another nginx. */
    private static String withPlacesToWrite(String text, Path folder) {
        String http = missing(text, OF_HTTP).stream()
                .map(directive -> "\n  " + directive + " " + folder.resolve(directive) + ";")
                .collect(Collectors.joining());
        String main = sets(text, "pid") ? "" : "pid " + folder.resolve("nginx.pid") + ";\n";
        return main + HTTP.matcher(text).replaceFirst(found -> Matcher.quoteReplacement(found.group() + http));
    }

    private static List<String> missing(String text, List<String> directives) {
        return directives.stream().filter(directive -> !sets(text, directive)).toList();
    }

    /** Returns the configuration with the replica's ports and addresses and no other change. */
    String worded(Replica replica, Site site) {
        String listening = replica.endpoint().alone() ? text : listeningAt(replica);
        return site.words(replica, List.of(listening)).get(0);
    }

    /** Tells whether the text sets a directive: it is at the beginning of a line or after a semicolon. */
    static boolean sets(String text, String directive) {
        return Pattern.compile("(?m)(?:^|;)\\s*" + directive + "\\s")
                .matcher(text)
                .find();
    }

    private String listeningAt(Replica replica) {
        return LISTEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(listen(found, replica)));
    }

    /**
     * Rewrites a {@code listen} directive. The replica has an IPv4 address only, so a second directive for the same port in IPv6 is left
     * out.
     */
    private static String listen(MatchResult found, Replica replica) {
        String address = found.group(1) == null ? "" : found.group(1);
        if (address.startsWith("[") && !address.equals("[::1]:") && !address.equals("[::]:")) {
            return found.group();
        }
        Integer port = replica.ports().get(Integer.valueOf(found.group(2)));
        if (port == null) {
            return found.group();
        }
        return address.startsWith("[") ? "" : "listen " + replica.endpoint().host() + ":" + port + found.group(3) + ";";
    }
}
