package dev.versus.environment.fingerprint;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Operating system of a replica, its C library, and its memory allocator if that is not the C library's. */
final class Libraries implements Trait {

    private static final Pattern ALLOCATOR = Pattern.compile("/lib(jemalloc|tcmalloc|mimalloc)[^/\\n]*");
    private static final String NAME = "PRETTY_NAME=";

    @Override
    public Map<String, String> of(Inspected replica) {
        Map<String, String> values = new TreeMap<>();
        String maps = replica.proc().text(replica.pid(), "maps");
        os(replica.file("/etc/os-release")).ifPresent(name -> values.put("host.os", name));
        libc(replica, maps).ifPresent(name -> values.put("host.libc", name));
        allocator(maps).ifPresent(name -> values.put("program.allocator", name));
        return values;
    }

    static Optional<String> os(String release) {
        return release.lines()
                .filter(line -> line.startsWith(NAME))
                .map(line -> line.substring(NAME.length()).replace("\"", ""))
                .findFirst();
    }

    private static Optional<String> libc(Inspected replica, String maps) {
        return maps.contains("/ld-musl-")
                ? Optional.of("musl")
                : replica.ask("getconf", "GNU_LIBC_VERSION").map(String::strip);
    }

    static Optional<String> allocator(String maps) {
        Matcher found = ALLOCATOR.matcher(maps);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
