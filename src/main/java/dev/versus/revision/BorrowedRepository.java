package dev.versus.revision;

import dev.versus.SourceCommit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A repository of our own that holds nothing but borrows the objects of another. Neither the other's configuration nor the user's is read
 * in it, so filters that attributes of a commit name are defined nowhere, and no program but git runs.
 *
 * @param folder the repository's folder
 */
record BorrowedRepository(Git git, Path folder) {

    private static final int SHA_1_DIGITS = 40;
    private static final String SUBMODULE = "160000 ";

    /**
     * Makes the repository.
     *
     * @param folder a folder that does not exist yet
     * @param commit the commit that it is about, by its whole name
     */
    static BorrowedRepository of(Repository lender, Path folder, String commit) throws IOException {
        var own = new BorrowedRepository(lender.git(), folder);
        Files.createDirectory(folder);
        List<String> init = new ArrayList<>(List.of("init", "--quiet", "--bare", "--template="));
        if (commit.length() > SHA_1_DIGITS) {
            init.add("--object-format=sha256");
        }
        own.run(folder, init);
        Path info = Files.createDirectories(folder.resolve("objects").resolve("info"));
        Files.writeString(info.resolve("alternates"), lender.objects() + "\n");
        Files.writeString(folder.resolve("HEAD"), commit + "\n");
        own.run(folder, List.of("read-tree", commit));
        return own;
    }

    /** Writes all files of the commit into an existing folder. */
    void checkOut(Path into) throws IOException {
        run(into, List.of("--work-tree=" + into, "checkout-index", "--all", "--quiet"));
    }

    /**
     * Describes the commit, and tells whether a path of a work tree differs from it. Modes do not count, which some file systems lack;
     * submodules are not looked into.
     */
    SourceCommit sources(Path workTree, Path path) throws IOException {
        String folder = path.toString().isEmpty() ? "." : Repository.slashed(path);
        List<String> status = List.of(
                "--work-tree=" + workTree,
                "-c",
                "core.fileMode=false",
                "status",
                "--porcelain",
                "--ignore-submodules=all",
                "--",
                folder);
        return sources(!run(workTree, status).isEmpty());
    }

    /** Describes the commit as the source of files, which are changed or not. */
    SourceCommit sources(boolean changed) throws IOException {
        return new SourceCommit(
                Files.readString(folder.resolve("HEAD")).strip(),
                run(folder, List.of("show", "--no-patch", "--format=%s", "HEAD")),
                changed);
    }

    /** Returns the submodules of the commit below a path, whose files are in another repository. */
    List<String> submodules(Path path) throws IOException {
        List<String> list = new ArrayList<>(List.of("ls-tree", "-r", "--full-tree", "HEAD"));
        if (!path.toString().isEmpty()) {
            list.add(Repository.slashed(path));
        }
        return run(folder, list)
                .lines()
                .filter(entry -> entry.startsWith(SUBMODULE))
                .map(entry -> entry.substring(entry.indexOf('\t') + 1))
                .toList();
    }

    private String run(Path in, List<String> words) throws IOException {
        Map<String, String> alone = Map.of(
                "HOME", folder.toString(),
                "XDG_CONFIG_HOME", folder.toString(),
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_CONFIG_COUNT", "0",
                "GIT_CONFIG_PARAMETERS", "",
                "GIT_ATTR_NOSYSTEM", "1");
        return git.run(
                in,
                alone,
                Stream.concat(Stream.of("--git-dir=" + folder), words.stream()).toList());
    }
}
