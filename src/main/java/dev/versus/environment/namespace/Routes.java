package dev.versus.environment.namespace;

import dev.versus.ShortCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Routes of this host.
 *
 * @param reached the address ranges that it has routes to
 * @param exits the interfaces of its default routes
 * @param forwards whether it forwards packets of others, without which services have no way out
 */
public record Routes(List<Subnet> reached, List<String> exits, boolean forwards) {

    private static final Pattern DEVICE = Pattern.compile("\\bdev (\\S+)");

    /** Ranges that every IPv6 host has on each of its links. */
    private static final List<String> EVERYWHERE = List.of("fe80:", "ff00:", "::1");

    public Routes {
        reached = List.copyOf(reached);
        exits = List.copyOf(exits);
    }

    /** Reads the current routes. */
    public static Routes ofThisHost(Path ip) {
        var lines = new ArrayList<String>();
        for (String family : List.of("-4", "-6")) {
            ShortCommand.run(List.of(ip.toString(), family, "route", "show", "table", "all"))
                    .ifPresent(said -> lines.addAll(said.lines().toList()));
        }
        return of(lines, isOne(Path.of("/proc/sys/net/ipv4/ip_forward")));
    }

    private static boolean isOne(Path setting) {
        try {
            return Files.readString(setting).strip().equals("1");
        } catch (IOException none) {
            return false;
        }
    }

    /** Reads the output of {@code ip route show}. */
    static Routes of(List<String> lines, boolean forwards) {
        List<Subnet> reached = lines.stream()
                .filter(line -> !line.startsWith("default"))
                .flatMap(line -> range(line).stream())
                .distinct()
                .toList();
        List<String> exits = lines.stream()
                .filter(line -> line.startsWith("default"))
                .map(DEVICE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return new Routes(reached, exits, forwards);
    }

    /** Returns the range of a line, which begins with it or with a word for the kind of the route. */
    private static Optional<Subnet> range(String line) {
        return Arrays.stream(line.split(" ", 3))
                .limit(2)
                .filter(word -> Character.digit(word.charAt(0), 16) >= 0 || word.startsWith(":"))
                .filter(word -> word.matches("[0-9a-f.:]+(/\\d+)?") && (word.contains(".") || word.contains(":")))
                .filter(word -> EVERYWHERE.stream().noneMatch(word::startsWith))
                .map(Subnet::parse)
                .findFirst();
    }

    /** Returns the interfaces through which services have a way out; none if this host does not forward packets. */
    List<String> waysOut() {
        return forwards ? exits : List.of();
    }
}
