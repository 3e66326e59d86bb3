package dev.versus.environment.host;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of an nginx.conf that was written for a container, and what of it is other on a host that is shared. */
record NginxConfiguration(String text) {

    /** {@code listen 8080 reuseport;}, with an address in front of the port perhaps: what follows stays as it is. */
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

    /** The same for one replica: its ports, its addresses as the site words them, and a folder of its own for temporary files. */
    String at(Replica replica, Site site, Path folder) {
        String worded = worded(replica, site);
        String own = TEMPORARY.matcher(worded).replaceAll(Matcher.quoteReplacement(folder + "/"));
        return withPlacesToWrite(own, folder);
    }

    /** Where the text names none, nginx would write to folders that are root's, or to those of another nginx. */
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

    /** The same with the replica's ports and addresses, and all else as it is in a container. */
    String worded(Replica replica, Site site) {
        String listening = replica.endpoint().alone() ? text : listeningAt(replica);
        return site.words(replica, List.of(listening)).get(0);
    }

    /** Whether a directive stands at the beginning of a line or behind another. */
    static boolean sets(String text, String directive) {
        return Pattern.compile("(?m)(?:^|;)\\s*" + directive + "\\s")
                .matcher(text)
                .find();
    }

    private String listeningAt(Replica replica) {
        return LISTEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(listen(found, replica)));
    }

    /** The replica's address is one of IPv4, so that a second directive, for the same port in IPv6, falls away. */
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
