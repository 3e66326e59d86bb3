package dev.versus.environment.host;

import dev.versus.ShortCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * User that a command runs as, in the form of words before the command. Each of these programs executes the next, so the process keeps its
 * id.
 *
 * @param words none for the user that runs Versus
 */
public record RunAs(List<String> words) {

    /** The user that runs Versus. */
    public static final RunAs SAME = new RunAs(List.of());

    static final String SETPRIV = "setpriv";

    private static final List<String> NOTHING = List.of("/bin/sh", "-c", ":");

    /** Checks that the first file can be executed and that the others can be read. */
    private static final String READS =
            "[ -x \"$1\" ] || exit 1; shift; for f; do [ -r \"$f\" ] || exit 1; [ ! -d \"$f\" ] || [ -x \"$f\" ] || exit 1; done";

    public RunAs {
        words = List.copyOf(words);
    }

    /**
     * Returns a user other than root that cannot become root again, neither by a setuid program nor by a capability.
     *
     * @param capabilities the capabilities that the command keeps, such as {@code sys_nice}
     */
    static RunAs user(HostUser user, Collection<String> capabilities) {
        String kept = capabilities.stream().map(name -> ",+" + name).collect(Collectors.joining());
        var words = new ArrayList<>(List.of(
                Programs.ofAdministrator(SETPRIV).map(Path::toString).orElse(SETPRIV),
                "--reuid=" + user.uid(),
                "--regid=" + user.gid(),
                "--clear-groups",
                "--inh-caps=-all" + kept));
        if (!kept.isEmpty()) {
            words.add("--ambient-caps=-all" + kept);
        }
        words.addAll(List.of("--bounding-set=-all" + kept, "--no-new-privs"));
        return new RunAs(words);
    }

    /** Returns the words that run a command as this user. */
    public List<String> command(List<String> command) {
        return Stream.concat(words.stream(), command.stream()).toList();
    }

    /** Returns the same user inside a place, such as a mount namespace, that these words enter. */
    RunAs in(List<String> place) {
        return new RunAs(Stream.concat(place.stream(), words.stream()).toList());
    }

    /** Tells whether commands can be run as this user on this host. */
    boolean works() {
        return ShortCommand.succeeds(command(NOTHING).toArray(String[]::new));
    }

    /** Tells whether this user may execute the program and read the files. */
    boolean reads(Path program, Collection<Path> files) {
        var question = new ArrayList<>(List.of("/bin/sh", "-c", READS, "versus-reads", program.toString()));
        files.forEach(file -> question.add(file.toString()));
        return ShortCommand.succeeds(command(question).toArray(String[]::new));
    }
}
