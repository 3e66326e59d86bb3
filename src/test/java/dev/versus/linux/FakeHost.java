package dev.versus.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A tree that looks like {@code /proc} and {@code /sys/fs/cgroup} of a machine, written file by file. */
public final class FakeHost {

    private final Path folder;

    private FakeHost(Path folder) {
        this.folder = folder;
    }

    /** A machine whose controllers stand in hierarchies of version 1; {@code cpu,cpuacct} share one. */
    public static FakeHost ofVersion1(Path folder, String... controllers) {
        return new FakeHost(folder)
                .write(
                        "proc/self/mountinfo",
                        "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
                                + Arrays.stream(controllers)
                                        .map(one -> "33 31 0:29 / " + point(folder, one)
                                                + " rw,relatime shared:9 - cgroup cgroup rw," + one + "\n")
                                        .collect(Collectors.joining()));
    }

    /** A machine with version 2 alone. */
    public static FakeHost ofVersion2(Path folder) {
        return new FakeHost(folder)
                .write(
                        "proc/self/mountinfo",
                        "31 22 0:26 / " + point(folder, "") + " rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n");
    }

    /** A hierarchy's mount point, with blanks as the kernel writes them. */
    private static String point(Path folder, String controller) {
        return String.valueOf(folder.resolve("cgroup").resolve(controller)).replace(" ", "\\040");
    }

    /** A process with its memberships, a line each. */
    public FakeHost process(long pid, long parent, String... memberships) {
        return write("proc/" + pid + "/cgroup", String.join("\n", memberships) + "\n")
                .write("proc/" + pid + "/status", "Name:\tsome\nPid:\t" + pid + "\nPPid:\t" + parent + "\n");
    }

    /** A process's network namespace. */
    public FakeHost network(long pid, String namespace) {
        return link(pid, "ns/net", namespace);
    }

    /** A link of a process, such as {@code exe}. */
    public FakeHost link(long pid, String name, String target) {
        try {
            Path link = folder.resolve("proc/" + pid + "/" + name);
            Files.createDirectories(link.resolveSibling(""));
            Files.createSymbolicLink(link, Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of this machine, such as {@code cgroup/memory/a/memory.usage_in_bytes}. */
    public FakeHost write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    public Proc proc() {
        return new Proc(folder.resolve("proc"));
    }
}
