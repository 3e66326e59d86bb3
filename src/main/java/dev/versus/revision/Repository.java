package dev.versus.revision;

import dev.versus.ForeignText;
import dev.versus.InvalidInput;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository of the user. It is asked only where it is and which commit a name stands for, which runs nothing that its configuration
 * names; all else is done in a {@link BorrowedRepository}.
 *
 * @param top the folder of its work tree
 * @param objects the folder of its objects
 * @param shallow whether it lacks a part of its history
 */
record Repository(Git git, Path top, Path objects, boolean shallow) {

    private static final Pattern AT = Pattern.compile("repository at '([^']+)'");

    /**
     * Returns the repository around a folder.
     *
     * @throws InvalidInput if there is none, or git refuses it because it belongs to another user
     */
    static Repository around(Path folder, Git git) {
        try {
            Path real = folder.toRealPath();
            List<String> told = git.run(
                            real,
                            Map.of(),
                            List.of("rev-parse", "--show-toplevel", "--is-shallow-repository", "--git-path", "objects"))
                    .lines()
                    .toList();
            Path top = Path.of(told.get(0)).toRealPath();
            if (!real.startsWith(top)) {
                throw new IOException("its work tree is " + top);
            }
            return new Repository(
                    git,
                    top,
                    real.resolve(told.get(2)).toRealPath(),
                    told.get(1).equals("true"));
        } catch (IOException refused) {
            throw new InvalidInput(refusal(folder, String.valueOf(refused.getMessage())), refused);
        }
    }

    private static String refusal(Path folder, String words) {
        String told = words.toLowerCase(Locale.ROOT);
        if (told.contains("dubious ownership") || told.contains("unsafe repository")) {
            Matcher named = AT.matcher(words);
            String place = named.find() ? named.group(1) : folder.toString();
            return "The repository " + ForeignText.line(place)
                    + " belongs to another user, so git refuses to read it: run"
                    + " as its owner, or, if you trust that user, 'git config --global --add safe.directory <folder>'.";
        }
        return told.contains("not a git repository")
                ? folder + " is in no git repository, so it has no revisions: leave the revision out, or clone the"
                        + " repository that holds it."
                : "No git repository can be read around " + folder + ": " + ForeignText.line(words) + ".";
    }

    /**
     * Returns the whole name of the commit that a revision stands for.
     *
     * @throws InvalidInput if there is none
     */
    String commit(Revision revision) {
        return find(revision.ref() + "^{commit}").orElseThrow(() -> new InvalidInput(missing(revision)));
    }

    private String missing(Revision revision) {
        String remote = "origin/" + revision;
        if (find("refs/remotes/" + remote + "^{commit}").isPresent()) {
            return "The repository " + top + " has no revision '" + revision + "': say '" + remote + "', which it has.";
        }
        return shallow
                ? "The repository " + top + " has no revision '" + revision + "', and is a shallow clone, which lacks"
                        + " commits: get them by 'git fetch --unshallow', or clone with the whole history."
                : "The repository " + top + " has no revision '" + revision + "': expected a branch, a tag or a commit;"
                        + " 'git fetch' gets those of the remote.";
    }

    /**
     * Returns where a file is in the repository.
     *
     * @throws InvalidInput if the commit does not have it
     */
    Path within(Path file, Revision revision, String commit) {
        Path path = relative(file);
        if (find(commit + ":" + slashed(path)).isEmpty()) {
            throw new InvalidInput("The revision '" + revision + "' of " + top + ", commit " + commit.substring(0, 12)
                    + ", has no " + slashed(path) + ": take a revision that has it.");
        }
        return path;
    }

    /** Returns the path of a file that exists, relative to the work tree. */
    Path relative(Path file) {
        try {
            return top.relativize(file.resolveSibling("").toRealPath().resolve(file.getFileName()));
        } catch (IOException gone) {
            throw new InvalidInput(file + " cannot be read (" + gone.getMessage() + ").", gone);
        }
    }

    /** Writes a path as git does, with slashes on every operating system. */
    static String slashed(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }

    private Optional<String> find(String name) {
        try {
            return Optional.of(git.run(top, Map.of(), List.of("rev-parse", "--verify", "--quiet", name)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
