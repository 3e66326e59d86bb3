package dev.versus.environment.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Closed folders that one command alone may pass through. In a mount namespace of its own an overlay of itself lies over each, and that
 * one lets everyone through; the folder is not changed, and what is written to the overlay goes with the namespace.
 *
 * @param closed the outer ones first
 * @param folder where the command runs
 */
record OpenedFolders(List<Path> closed, Path folder) {

    /**
     * Arguments: where to run; folders to lay an overlay over, and {@code --}; folders below them to open, and {@code --}; the command.
     * What overlays keep is in a file system of the memory, which stands over {@code /sys} only until they are there.
     */
    private static final String SCRIPT = """
            set -e
            path=$PATH PATH=/usr/sbin:/usr/bin:/sbin:/bin
            here=$1
            shift
            mount -t tmpfs -o mode=700,size=16m tmpfs /sys
            exec 3</sys
            kept=/proc/self/fd/3
            while [ "$1" != -- ]; do
              kept=$kept/next
              mkdir "$kept" "$kept/upper" "$kept/work"
              chmod 711 "$kept/upper"
              cd "$1"
              mount -t overlay -o "lowerdir=.,upperdir=$kept/upper,workdir=$kept/work" overlay "$1"
              shift
            done
            shift
            while [ "$1" != -- ]; do chmod a+x "$1"; shift; done
            shift
            exec 3<&-
            umount /sys
            cd "$here"
            PATH=$path
            exec "$@"
            """;

    OpenedFolders {
        closed = List.copyOf(closed);
    }

    /** The words that lead a command there. */
    List<String> words() {
        var words = new ArrayList<>(List.of(folder.toString()));
        closed.stream().filter(one -> !isInner(one)).forEach(one -> words.add(one.toString()));
        words.add("--");
        closed.stream().filter(this::isInner).forEach(one -> words.add(one.toString()));
        words.add("--");
        return OwnMounts.words(SCRIPT, words);
    }

    private boolean isInner(Path one) {
        return closed.stream().anyMatch(other -> !other.equals(one) && one.startsWith(other));
    }
}
