package dev.versus.linux;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A mounted hierarchy of cgroups.
 *
 * @param unified whether the hierarchy is of version 2
 * @param controllers the controllers of a hierarchy of version 1; of no meaning for version 2, where one hierarchy has all
 * @param root the cgroup of the hierarchy that is at the mount point
 * @param point the mount point
 */
record CgroupMount(boolean unified, List<String> controllers, String root, Path point) {

    private static final String SEPARATOR = " - ";
    private static final int ROOT = 3;
    private static final int POINT = 4;
    private static final int OPTIONS = 2;

    /** Reads all mounted hierarchies from the text of {@code mountinfo}. Source: proc_pid_mountinfo(5). */
    static List<CgroupMount> all(String table) {
        return table.lines().flatMap(line -> parse(line).stream()).toList();
    }

    private static Optional<CgroupMount> parse(String line) {
        int separator = line.indexOf(SEPARATOR);
        if (separator < 0) {
            return Optional.empty();
        }
        String[] mount = line.substring(0, separator).split(" ", -1);
        String[] type = line.substring(separator + SEPARATOR.length()).split(" ", -1);
        if (mount.length <= POINT || type.length <= OPTIONS || !type[0].startsWith("cgroup")) {
            return Optional.empty();
        }
        return Optional.of(new CgroupMount(
                type[0].equals("cgroup2"),
                Arrays.asList(type[OPTIONS].split(",", -1)),
                unescaped(mount[ROOT]),
                Path.of(unescaped(mount[POINT]))));
    }

    /** Decodes blanks and backslashes, which the kernel writes in octal. */
    private static String unescaped(String path) {
        return path.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    }

    boolean serves(String controller) {
        return !unified && controllers.contains(controller);
    }

    /** Tells whether the cgroup at the mount point of a version 2 hierarchy has a controller. */
    boolean offers(String controller) {
        return List.of(Proc.text(point.resolve("cgroup.controllers")).strip().split("\\s+", -1))
                .contains(controller);
    }

    /** Returns the cgroup at the mount point. */
    Cgroup top() {
        return new Cgroup(unified, point, point);
    }

    /** Returns the cgroup of a path in the hierarchy; empty if it cannot be seen from this mount point. */
    Optional<Cgroup> at(String path) {
        if (root.equals("/")) {
            return Optional.of(new Cgroup(unified, point, point.resolve(path.substring(1))));
        }
        return path.equals(root) || path.startsWith(root + "/")
                ? Optional.of(new Cgroup(unified, point, inside(path.substring(root.length()))))
                : Optional.empty();
    }

    private Path inside(String rest) {
        return rest.isEmpty() ? point : point.resolve(rest.substring(1));
    }
}
