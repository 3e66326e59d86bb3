package dev.versus.environment.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Folders that a user may not enter, on the path to files that the user needs. */
record ClosedFolders(HostUser user) {

    private static final Path ROOT = Path.of("/");
    private static final int MOST_LINKS = 40;
    private static final int OWNER = 0100;
    private static final int GROUP = 0010;
    private static final int OTHERS = 0001;

    /** Returns the real paths of the closed folders above these paths and above the targets of their links, outer folders first. */
    List<Path> above(Collection<Path> paths) {
        var closed = new TreeSet<Path>();
        paths.forEach(path -> addAbove(path.toAbsolutePath(), closed, MOST_LINKS));
        return List.copyOf(closed);
    }

    private void addAbove(Path path, Set<Path> closed, int links) {
        Path walked = ROOT;
        for (Path name : path.normalize()) {
            addIfClosed(walked, closed);
            walked = walked.resolve(name);
            if (links > 0 && Files.isSymbolicLink(walked)) {
                addAbove(target(walked), closed, links - 1);
            }
        }
    }

    private static Path target(Path link) {
        try {
            return link.resolveSibling(Files.readSymbolicLink(link)).toAbsolutePath();
        } catch (IOException gone) {
            return ROOT;
        }
    }

    private void addIfClosed(Path folder, Set<Path> closed) {
        try {
            if (!isOpen(Files.readAttributes(folder, "unix:uid,gid,mode"))) {
                closed.add(folder.toRealPath());
            }
        } catch (IOException gone) {
            // A folder that no longer exists is not closed.
        }
    }

    /**
     * Tells whether the user may enter a folder. By path_resolution(7), the first class (owner, group, others) that the user is in decides.
     */
    private boolean isOpen(Map<String, Object> attributes) {
        int mode = (Integer) attributes.getOrDefault("mode", 0);
        if (attributes.getOrDefault("uid", 0).equals(user.uid())) {
            return (mode & OWNER) != 0;
        }
        return (mode & (attributes.getOrDefault("gid", 0).equals(user.gid()) ? GROUP : OTHERS)) != 0;
    }

    /** Tells whether every user, even one of no process, may enter all folders above a file. */
    static boolean areNoneAbove(Path file) {
        return new ClosedFolders(new HostUser(FreeUids.LAST, FreeUids.LAST))
                .above(List.of(file))
                .isEmpty();
    }
}
