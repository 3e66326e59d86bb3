package dev.versus.revision;

import dev.versus.CacheFolder;
import dev.versus.Digest;
import dev.versus.FileTree;
import dev.versus.InvalidInput;
import dev.versus.Kept;
import dev.versus.ReadableTree;
import dev.versus.SourceCommit;
import dev.versus.UnfinishedFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file in a work tree: in one of our own, which holds a whole commit in the user's cache, or in the user's. A commit is checked out once,
 * into a temporary folder that is renamed when it is complete; the folder's name tells the repository and the commit.
 *
 * @param file the file
 * @param sources the commit of the file's folder
 */
public record WorkTree(Path file, SourceCommit sources) {

    private static final String NAME = "revision-";

    /**
     * Checks the commit out into the cache, unless it is there, and returns the file in it.
     *
     * @throws InvalidInput if there is no git, no repository, no such revision, if the file is not in it, or if a part of the file's folder
     *     is kept elsewhere
     */
    public static WorkTree at(Revision revision, Path file) {
        Repository lender = Repository.around(file.toAbsolutePath().resolveSibling(""), Git.ofHost());
        String commit = lender.commit(revision);
        Path within = lender.within(file, revision, commit);
        try {
            return borrowing(lender, commit, own -> {
                Path home = home(lender, commit);
                if (!FileTree.isKept(home)) {
                    FileTree.discardUnlessKept(home, UnfinishedFolders.UNPACKING);
                    checkOut(lender, own, home);
                }
                Path found = home.resolve(name(lender)).resolve(within);
                ForeignStorage.refuse(own.submodules(parent(within)), found.resolveSibling(""), revision);
                return new WorkTree(found, own.sources(false));
            });
        } catch (IOException failed) {
            throw new InvalidInput(
                    "The revision '" + revision + "' of " + lender.top() + " cannot be put into " + CacheFolder.ofUser()
                            + " (" + failed.getMessage() + "): the repository must hold all its files, and the folder"
                            + " needs room; name another by -D" + CacheFolder.PROPERTY + "=<folder>.",
                    failed);
        }
    }

    /** Returns a file of a user's work tree as it is today; nothing if git cannot tell the commit. */
    public static Optional<WorkTree> today(Path file) {
        try {
            Repository lender = Repository.around(file.toAbsolutePath().resolveSibling(""), Git.ofHost());
            Path folder = parent(lender.relative(file));
            return Optional.of(borrowing(
                    lender,
                    lender.commit(new Revision("HEAD")),
                    own -> new WorkTree(file, own.sources(lender.top(), folder))));
        } catch (InvalidInput | IOException unknown) {
            return Optional.empty();
        }
    }

    /** Returns the checked-out commits that the cache keeps. */
    public static List<Kept> kept() {
        return CacheFolder.startingWith(NAME).stream()
                .map(home -> Kept.folder("the sources of a revision", home))
                .toList();
    }

    @FunctionalInterface
    private interface Use {
        WorkTree of(BorrowedRepository own) throws IOException;
    }

    private static WorkTree borrowing(Repository lender, String commit, Use use) throws IOException {
        Path cache = Files.createDirectories(CacheFolder.ofUser());
        UnfinishedFolders.inCache().remove();
        Path aside = Files.createTempDirectory(cache, UnfinishedFolders.UNPACKING);
        try {
            return use.of(BorrowedRepository.of(lender, aside.resolve("git"), commit));
        } finally {
            FileTree.delete(aside);
        }
    }

    private static Path home(Repository lender, String commit) {
        return CacheFolder.ofUser()
                .resolve(NAME + commit.substring(0, 12) + "-" + Digest.of(lender.top() + "\n" + commit));
    }

    private static void checkOut(Repository lender, BorrowedRepository own, Path home) throws IOException {
        Path whole = Files.createDirectory(own.folder().resolveSibling("whole"));
        Path top = Files.createDirectory(whole.resolve(name(lender)));
        own.checkOut(top);
        // Tools look for it to know where a repository ends, as for a wrapper of Maven. Git itself ignores an empty
        // one.
        Files.createDirectory(top.resolve(".git"));
        ReadableTree.settle(whole);
        if (!ReadableTree.isOpen(lender.objects())) {
            ReadableTree.close(whole);
        }
        FileTree.rename(whole, home);
    }

    /** Returns the name of the work tree's folder, which may be a system's name. */
    private static Path name(Repository lender) {
        Path name = lender.top().getFileName();
        return name == null ? Path.of("root") : name;
    }

    private static Path parent(Path path) {
        return path.resolveSibling("");
    }
}
