package dev.versus.environment.fingerprint;

import dev.versus.environment.Deployment;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.RunningService;
import dev.versus.linux.Proc;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replica that is inspected.
 *
 * @param replica the replica as its environment describes it
 * @param deployment the deployment that runs commands in the replica
 * @param proc the processes of this host
 * @param pid the process of its program: the first one that is not a mere starter, such as a shell; 0 if it is not a process of this host
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

    private static final long NOWHERE = 0;

    static Inspected of(Deployment deployment, RunningService replica, Proc proc) {
        long pid = replica.process().map(ProcessIdentity::pid).orElse(NOWHERE);
        List<Long> children = proc.children(pid);
        while (!children.isEmpty() && STARTERS.contains(nameOf(executable(proc, pid)))) {
            pid = children.get(0);
            children = proc.children(pid);
        }
        return new Inspected(replica, deployment, proc, pid);
    }

    /** Returns the path of the program's file as the replica sees it; empty if it cannot be read. */
    String executable() {
        return executable(proc, pid);
    }

    /**
     * Returns the path as seen from the process's own root. For a process of another user, only the first word of its command line is
     * readable.
     */
    private static String executable(Proc proc, long pid) {
        String file = proc.link(pid, "exe")
                .orElseGet(() -> proc.text(pid, "cmdline").split("[\0 :]", 2)[0])
                .replaceFirst(" \\(deleted\\)$", "");
        String root = proc.link(pid, "root").orElse("/");
        return !root.equals("/") && file.startsWith(root + "/") ? file.substring(root.length()) : file;
    }

    /**
     * Returns the program's name without a version: {@code python} for {@code /usr/bin/python3.11}. Redis is one file under several names,
     * and a distribution may have chosen any of them for the file.
     */
    String program() {
        String name = nameOf(executable()).replaceFirst("[-.]?\\d[\\w.+-]*$", "");
        return name.startsWith("redis-check") ? "redis-server" : name;
    }

    static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the current command line, or the one at the start if the program has overwritten it with a title. */
    List<String> command() {
        List<String> now = proc.words(pid, "cmdline");
        boolean title = now.isEmpty() || (now.size() == 1 && now.get(0).matches(".*[ :].*"));
        return title ? replica.commandLine() : now;
    }

    /** Returns the value of an environment variable of the program. */
    Optional<String> variable(String name) {
        return proc.words(pid, "environ").stream()
                .filter(entry -> entry.startsWith(name + "="))
                .map(entry -> entry.substring(name.length() + 1))
                .findFirst();
    }

    /** Runs a command in the replica and returns its standard output. */
    Optional<String> ask(String... command) {
        return ask(Arrays.asList(command));
    }

    Optional<String> ask(List<String> command) {
        return deployment.ask(replica, command);
    }

    /** Returns the text of a file as the replica sees it; empty if it cannot be read. */
    String file(String path) {
        return path.startsWith("/") ? proc.seenBy(pid, path) : "";
    }
}
