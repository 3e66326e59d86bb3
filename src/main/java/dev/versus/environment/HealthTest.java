package dev.versus.environment;

import dev.versus.Authority;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Test of a healthcheck: an HTTP address, which the harness requests itself and without curl, or a command. */
public sealed interface HealthTest {

    record Http(URI uri) implements HealthTest {}

    record Command(List<String> words) implements HealthTest {}

    Pattern FAILING = Pattern.compile("\\s*\\|\\|\\s*(exit\\s+1|false)\\s*$");
    Pattern SHELL_SYNTAX = Pattern.compile("[|&;<>`$()]");

    Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    /** Returns an address by which a service calls itself, at the host by which the harness reaches it; nothing for any other address. */
    static Optional<URI> own(String service, URI address, String host) {
        return Authority.of(address)
                .map(Authority::host)
                .filter(named -> OWN.contains(named) || service.equals(named))
                .map(named -> Authority.moved(address, host));
    }

    /**
     * Reads a test whose first word is {@code CMD} or {@code CMD-SHELL}. A {@code curl} or {@code wget} of one HTTP address becomes that
     * address.
     */
    static HealthTest of(List<String> test) {
        if (test.get(0).equals("CMD")) {
            List<String> words = test.subList(1, test.size());
            return http(words, new Command(List.copyOf(command(test))));
        }
        String line = FAILING.matcher(test.get(1)).replaceFirst("");
        Command shell = new Command(command(test));
        List<String> words = Arrays.stream(line.strip().split("\\s+"))
                .map(word -> word.replaceAll("^['\"]|['\"]$", ""))
                .toList();
        boolean plain = words.stream()
                .allMatch(word -> word.startsWith("http://")
                        || !SHELL_SYNTAX.matcher(word).find());
        return plain ? http(words, shell) : shell;
    }

    /** Returns the test as a command, even if it only requests an HTTP address. */
    static List<String> command(List<String> test) {
        return test.get(0).equals("CMD") ? test.subList(1, test.size()) : List.of("/bin/sh", "-c", test.get(1));
    }

    private static HealthTest http(List<String> words, Command otherwise) {
        String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
        List<String> addresses =
                words.stream().filter(word -> word.startsWith("http://")).toList();
        boolean fetches = program.equals("curl") || program.equals("wget");
        try {
            return fetches && addresses.size() == 1 ? new Http(URI.create(addresses.get(0))) : otherwise;
        } catch (IllegalArgumentException noAddress) {
            return otherwise;
        }
    }
}
