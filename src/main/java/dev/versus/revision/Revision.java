package dev.versus.revision;

import dev.versus.ForeignText;
import dev.versus.InvalidInput;
import dev.versus.PublicApi;

/**
 * A commit at which a system's sources are taken, as the user names it.
 *
 * @param ref a branch, a tag, a commit, or anything else that {@code git rev-parse} reads, such as {@code HEAD~1}
 */
@PublicApi
public record Revision(String ref) {

    /**
     * Checks the text, which a command line of git will hold.
     *
     * @throws InvalidInput if it could be an option, or is no line of text
     */
    public Revision {
        if (ref.isBlank() || ref.startsWith("-") || ref.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput("'" + ForeignText.line(ref)
                    + "' names no revision: expected a branch, a tag or a commit, such as main, v1.2 or 4f2a91c.");
        }
    }

    @Override
    public String toString() {
        return ref;
    }
}
