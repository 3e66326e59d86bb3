package dev.versus.environment;

import dev.versus.linux.Proc;
import dev.versus.linux.TcpListener;
import java.util.Optional;

/** Finds who listens on a port, where {@code /proc} tells and its process may be looked into. */
public final class PortHolder {

    private static final Proc PROC = Proc.ofThisHost();

    private PortHolder() {}

    /** The process as a person would name it: its id and its command. */
    public static Optional<String> of(int port) {
        return pid(port).map(pid -> "process " + pid + command(pid));
    }

    /** The name of its program, without the folder. */
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
