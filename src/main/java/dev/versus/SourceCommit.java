package dev.versus;

/**
 * The commit that a system's sources are of.
 *
 * @param commit the first 12 digits of the commit's name
 * @param subject the first line of its message, unsafe characters escaped and secrets masked
 * @param changed whether the sources differ from the commit: files were changed, added or removed since
 */
public record SourceCommit(String commit, String subject, boolean changed) {

    private static final int DIGITS = 12;

    public SourceCommit {
        commit = commit.substring(0, Math.min(DIGITS, commit.length()));
        subject = ForeignText.line(Secrets.masked(subject));
    }

    @Override
    public String toString() {
        return "commit " + commit + " \"" + subject + "\"" + (changed ? " with uncommitted changes" : "");
    }
}
