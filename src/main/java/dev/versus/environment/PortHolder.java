package dev.versus.environment;

import dev.versus.linux.Proc;
import dev.versus.linux.TcpListener;
import java.util.Optional;

/** Finder of the process that listens on a port, where {@code /proc} exists and the process may be inspected. */
public final class PortHolder {

    private static final Proc PROC = Proc.ofThisHost();

    private PortHolder() {}

    /** Returns the id and the command of the process, such as {@code process 4711 (/usr/bin/nginx)}. */
    public static Optional<String> of(int port) {
        return pid(port).map(pid -> "process " + pid + command(pid));
    }

    /** Returns the file name of the process's program, without its folder. */
    public static Optional<String> program(int port) {
        return pid(port)
                .flatMap(ProcessHandle::of)
                .flatMap(process -> process.info().command())
                .map(command -> command.substring(command.lastIndexOf('/') + 1));
    }

    private static Optional<Long> pid(int port) {
        return TcpListener.all(PROC).stream()
                .filter(listener -> listener.port() == port)
                .flatMap(listener -> holder(listener).stream())
                .findFirst();
    }

    private static Optional<Long> holder(TcpListener listener) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> listener.isAmong(PROC.links(pid, "fd")))
                .findFirst();
    }

    private static String command(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command())
                .map(command -> " (" + command + ")")
                .orElse("");
    }
}
