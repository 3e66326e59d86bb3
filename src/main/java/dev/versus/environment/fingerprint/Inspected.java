package dev.versus.environment.fingerprint;

import dev.versus.environment.Deployment;
import dev.versus.environment.RunningService;
import dev.versus.linux.Proc;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A replica that is looked into.
 *
 * @param replica what its environment tells of it
 * @param deployment whom to ask
 * @param proc the processes of this host
 * @param pid the process of its program: the first below those that only start others
 */
record Inspected(RunningService replica, Deployment deployment, Proc proc, long pid) {

    private static final Set<String> STARTERS = Set.of(
            "sh",
            "bash",
            "dash",
            "ash",
            "busybox",
            "env",
            "ip",
            "unshare",
            "nsenter",
            "setpriv",
            "runuser",
            "su",
            "chroot",
            "taskset",
            "tini",
            "dumb-init",
            "docker-init",
            "catatonit",
            "systemd-run");

    static Inspected of(Deployment deployment, RunningService replica, Proc proc) {
        long pid = replica.process().pid();
        List<Long> children = proc.children(pid);
        while (!children.isEmpty() && STARTERS.contains(nameOf(executable(proc, pid)))) {
            pid = children.get(0);
            children = proc.children(pid);
        }
        return new Inspected(replica, deployment, proc, pid);
    }

    /** The program's file as the replica itself would name it; empty if it may not be known. */
    String executable() {
        return executable(proc, pid);
    }

    /** Where a process has another root than this one, its path is told from within; one of another user tells its first word alone. */
    private static String executable(Proc proc, long pid) {
        String file = proc.link(pid, "exe")
                .orElseGet(() -> proc.text(pid, "cmdline").split("[\0 :]", 2)[0])
                .replaceFirst(" \\(deleted\\)$", "");
        String root = proc.link(pid, "root").orElse("/");
        return !root.equals("/") && file.startsWith(root + "/") ? file.substring(root.length()) : file;
    }

    /**
     * The program's name without a version: {@code python} for {@code /usr/bin/python3.11}. Redis is one file under several names,
     * of which a distribution may have made another the real one.
     */
    String program() {
        String name = nameOf(executable()).replaceFirst("[-.]?\\d[\\w.+-]*$", "");
        return name.startsWith("redis-check") ? "redis-server" : name;
    }

    static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Its command line, as it is; or as it was, if the program has written a title over it. */
    List<String> command() {
        List<String> now = proc.words(pid, "cmdline");
        boolean title = now.isEmpty() || (now.size() == 1 && now.get(0).matches(".*[ :].*"));
        return title ? replica.commandLine() : now;
    }

    /** The value of a variable of its environment. */
    Optional<String> variable(String name) {
        return proc.words(pid, "environ").stream()
                .filter(entry -> entry.startsWith(name + "="))
                .map(entry -> entry.substring(name.length() + 1))
                .findFirst();
    }

    /** What a command prints where the replica runs. */
    Optional<String> ask(String... command) {
        return ask(Arrays.asList(command));
    }

    Optional<String> ask(List<String> command) {
        return deployment.ask(replica, command);
    }

    /** A file as the replica sees it; empty if it cannot be read. */
    String file(String path) {
        return path.startsWith("/") ? proc.seenBy(pid, path) : "";
    }
}
