package dev.versus.environment.namespace;

import dev.versus.environment.namespace.FileSystems.Place;
import dev.versus.system.Mount;
import dev.versus.system.Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a replica with the files of an image does before it is one, in a mount namespace of its own: what it mounts goes with its last
 * process. The image itself is never written to; what is written lies over it, in the run's folder.
 *
 * @param root the image's root file system
 * @param work the replica's folder in the run
 * @param volumes the run's folder of named volumes
 */
record MountScript(Path root, Path work, Path volumes) {

    /** Where a path of the image is, seen from here: its links lead within the image, not out of it. */
    private static final String AT = "at() { printf '%s' \"$m$(chroot \"$m\" readlink -m -- \"$1\")\"; }";

    private static final List<String> DEVICES = List.of("null", "zero", "full", "random", "urandom", "tty");

    /**
     * A script for {@code sh}; what follows it on the command line is run in the new root at its end. Its output becomes the user's, who
     * may open it anew, as {@code /dev/stdout}.
     */
    String text(ContainerProgram program, Place place) {
        Storage storage = program.service().storage();
        var lines = new ArrayList<>(List.of("set -e", "PATH=\"$PATH:/usr/sbin:/sbin\"", "m=" + quoted(merged())));
        lines.addAll(overlay());
        lines.addAll(kernel());
        lines.add(AT);
        storage.tmpfs().forEach(target -> lines.addAll(temporary(target)));
        storage.mounts().forEach(mount -> lines.addAll(mount(mount)));
        lines.addAll(file(place.hosts(), "/etc/hosts"));
        lines.addAll(file(Path.of("/etc/resolv.conf"), "/etc/resolv.conf"));
        lines.add("mkdir -p \"$(at " + quoted(program.workingDirectory()) + ")\"");
        if (storage.readOnly()) {
            lines.add("mount -o remount,ro \"$m\"");
        }
        if (!place.hostname().isEmpty()) {
            lines.add("echo " + quoted(place.hostname()) + " >/proc/sys/kernel/hostname");
        }
        lines.add("chown " + program.user().uid() + " /proc/$$/fd/1 /proc/$$/fd/2");
        lines.add("echo $$ >" + quoted(process()));
        lines.add("exec chroot \"$m\" \"$@\"");
        return String.join("\n", lines) + "\n";
    }

    private Path merged() {
        return work.resolve("root");
    }

    /** The file that names the process whose file systems those of the replica are. */
    Path process() {
        return work.resolve("process");
    }

    private List<String> overlay() {
        Path upper = work.resolve("written");
        Path aside = work.resolve("aside");
        return List.of(
                "mkdir -p \"$m\" " + quoted(upper) + " " + quoted(aside),
                "mount -t overlay overlay -o " + quoted("lowerdir=" + root + ",upperdir=" + upper + ",workdir=" + aside)
                        + " \"$m\"");
    }

    private static List<String> kernel() {
        var lines = new ArrayList<>(List.of(
                "mkdir -p \"$m/proc\" \"$m/sys\" \"$m/dev\"",
                "mount -t proc proc \"$m/proc\"",
                "mount -t sysfs -o ro sysfs \"$m/sys\"",
                "mount -t tmpfs -o mode=755 tmpfs \"$m/dev\""));
        DEVICES.forEach(device ->
                lines.add(": >\"$m/dev/" + device + "\"; mount --bind /dev/" + device + " \"$m/dev/" + device + "\""));
        lines.add("ln -s /proc/self/fd \"$m/dev/fd\"");
        lines.add("ln -s /proc/self/fd/0 \"$m/dev/stdin\"");
        lines.add("ln -s /proc/self/fd/1 \"$m/dev/stdout\"");
        lines.add("ln -s /proc/self/fd/2 \"$m/dev/stderr\"");
        lines.add("mkdir \"$m/dev/shm\"; mount -t tmpfs -o mode=1777,size=64m tmpfs \"$m/dev/shm\"");
        return lines;
    }

    /** {@code /tmp} or {@code /tmp:size=64m,mode=700}, as Compose has it. */
    private static List<String> temporary(String target) {
        String[] words = target.split(":", 2);
        String options = words.length == 2 ? words[1] : "mode=1777";
        return List.of(at(words[0]), "mkdir -p \"$t\"", "mount -t tmpfs -o " + quoted(options) + " tmpfs \"$t\"");
    }

    private static String at(String target) {
        return "t=$(at " + quoted(target) + ")";
    }

    private List<String> mount(Mount mount) {
        if (mount.type() == Mount.Type.TMPFS) {
            return temporary(mount.target());
        }
        var lines = new ArrayList<String>();
        if (mount.type() == Mount.Type.VOLUME) {
            lines.addAll(volume(source(mount), mount.target()));
        }
        lines.addAll(file(source(mount), mount.target()));
        if (mount.readOnly()) {
            lines.add("mount -o remount,bind,ro \"$t\"");
        }
        return lines;
    }

    private Path source(Mount mount) {
        if (mount.type() == Mount.Type.BIND && mount.source() != null) {
            return Path.of(mount.source());
        }
        return mount.source() == null
                ? work.resolve("volume" + mount.target().replace('/', '-'))
                : volumes.resolve(mount.source());
    }

    /** A volume begins with what the image has there. */
    private static List<String> volume(Path source, String target) {
        String own = quoted(source);
        return List.of(
                at(target),
                "mkdir -p " + quoted(source.resolveSibling("")),
                "if mkdir " + own + " 2>/dev/null && [ -d \"$t\" ]; then cp -a \"$t/.\" " + own + "; fi");
    }

    /** Mounts a file or a folder; what it is mounted on is made if it is not there. */
    private static List<String> file(Path source, String target) {
        String from = quoted(source);
        return List.of(
                at(target),
                "if [ -d " + from
                        + " ]; then mkdir -p \"$t\"; elif [ ! -e \"$t\" ]; then mkdir -p \"$(dirname \"$t\")\";"
                        + " : >\"$t\"; fi",
                "mount --bind " + from + " \"$t\"");
    }

    static String quoted(Path path) {
        return quoted(path.toString());
    }

    /** As one word of a shell. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
