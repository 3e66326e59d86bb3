package dev.versus.environment.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The folders that a user may not enter, on the way to files that it is to use. */
record ClosedFolders(HostUser user) {

    private static final Path ROOT = Path.of("/");
    private static final int MOST_LINKS = 40;
    private static final int OWNER = 0100;
    private static final int GROUP = 0010;
    private static final int OTHERS = 0001;

    /** The real paths of the closed folders above these paths and above whatever they link to; the outer ones first. */
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
            // Nobody enters it.
        }
    }

    /** As path_resolution(7) has it: the first class that the user is in decides. */
    private boolean isOpen(Map<String, Object> attributes) {
        int mode = (Integer) attributes.getOrDefault("mode", 0);
        if (attributes.getOrDefault("uid", 0).equals(user.uid())) {
            return (mode & OWNER) != 0;
        }
        return (mode & (attributes.getOrDefault("gid", 0).equals(user.gid()) ? GROUP : OTHERS)) != 0;
    }

    /** Whether everyone may enter the folders above a file, the user of no process among them. */
    static boolean areNoneAbove(Path file) {
        return new ClosedFolders(new HostUser(FreeUids.LAST, FreeUids.LAST))
                .above(List.of(file))
                .isEmpty();
    }
}
