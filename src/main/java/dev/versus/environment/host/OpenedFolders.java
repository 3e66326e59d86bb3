package dev.versus.environment.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Closed folders that a single command may pass through. In the command's own mount namespace, an overlay of each folder is mounted over it
 * in which everyone may pass. The folder itself is not changed, and the overlay is gone with the namespace.
 *
 * @param closed the closed folders, outer ones first
 * @param folder the working directory of the command
 */
record OpenedFolders(List<Path> closed, Path folder) {

    /**
     * Mounts the overlays and runs the command. Arguments: the working directory; the folders to mount an overlay over, and {@code --}; the
     * folders below them to open, and {@code --}; the command. The overlays keep their changes in a tmpfs, which is mounted over
     * {@code /sys} only until they are mounted.
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

    /** Returns the words to put before a command to run it in that mount namespace. */
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
