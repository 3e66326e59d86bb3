package dev.versus;

import java.nio.file.Path;

/**
 * Something that launches leave on purpose for later ones, such as an image or unpacked programs. Without it the next launch only takes
 * longer.
 *
 * @param what a description with its place, in a few words
 * @param removal removes it; throws an exception that says so if it is in use
 */
public record Kept(String what, Runnable removal) {

    /** Returns a folder of the user's cache, which loses its name before it is deleted. */
    public static Kept folder(String what, Path home) {
        return new Kept(what + " in " + home, () -> FileTree.discard(home, UnfinishedFolders.UNPACKING));
    }
}
