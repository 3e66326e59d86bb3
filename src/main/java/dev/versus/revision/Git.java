package dev.versus.revision;

import dev.versus.BoundedProcess;
import dev.versus.InvalidInput;
import dev.versus.build.OnPath;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The git of this host. It runs no hook, no file system monitor and no transport, whatever a repository's configuration names, and obeys
 * no variable that names another repository, such as those that git itself gives to a hook.
 */
record Git(Path program) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** Variables that choose the user's configuration, where folders of others may be declared safe; all others of git are dropped. */
    private static final Pattern DROPPED = Pattern.compile("GIT_(?!CONFIG_).*");

    private static final List<String> SAFE = List.of(
            "--no-pager",
            "--no-optional-locks",
            "--literal-pathspecs",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null");

    private static final Map<String, String> VARIABLES =
            Map.of("LC_ALL", "C", "GIT_ALLOW_PROTOCOL", "none", "GIT_NO_LAZY_FETCH", "1", "GIT_TERMINAL_PROMPT", "0");

    /**
     * Finds git on the PATH.
     *
     * @throws InvalidInput if it is not there
     */
    static Git ofHost() {
        return find().orElseThrow(
                        () -> new InvalidInput("A system at a revision needs git, which is not installed here:"
                                + " install it (Debian: apt-get install git)."));
    }

    /** Finds git on the PATH, if it is there. */
    static Optional<Git> find() {
        return OnPath.find("git").map(Git::new);
    }

    /**
     * Runs git in a folder and returns what it prints, without the last line break.
     *
     * @param variables further environment variables
     * @throws IOException if it fails; its message holds the words of git
     */
    String run(Path folder, Map<String, String> variables, List<String> words) throws IOException {
        ProcessBuilder git = builder(folder, variables, words);
        try {
            return BoundedProcess.run(git.redirectError(Redirect.DISCARD), LIMIT)
                    .stripTrailing();
        } catch (IOException failed) {
            // Only a second run tells why: in the first one, a mere warning would stand among what git prints.
            return BoundedProcess.run(git.redirectErrorStream(true), LIMIT).stripTrailing();
        }
    }

    private ProcessBuilder builder(Path folder, Map<String, String> variables, List<String> words) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(SAFE);
        command.addAll(words);
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> DROPPED.matcher(name).matches());
        builder.environment().putAll(VARIABLES);
        builder.environment().putAll(variables);
        return builder;
    }
}
