package dev.versus.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds who listens on a port, where {@code /proc} tells and its process may be looked into. */
public final class PortHolder {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTEN = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

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
        return Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> inodes(PROC.resolve(table), port).stream())
                .flatMap(inode -> owner("socket:[" + inode + "]").stream())
                .findFirst();
    }

    private static List<String> inodes(Path table, int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try (Stream<String> rows = Files.lines(table)) {
            return rows.map(row -> row.strip().split("\\s+", -1))
                    .filter(row ->
                            row.length > INODE && row[LOCAL_ADDRESS].endsWith(suffix) && row[STATE].equals(LISTEN))
                    .map(row -> row[INODE])
                    .toList();
        } catch (IOException noTable) {
            return List.of();
        }
    }

    private static Optional<Long> owner(String socket) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holds(PROC.resolve(pid + "/fd"), socket))
                .findFirst();
    }

    private static boolean holds(Path descriptors, String socket) {
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.anyMatch(path -> target(path).equals(socket));
        } catch (IOException foreignOrGone) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static String command(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command())
                .map(command -> " (" + command + ")")
                .orElse("");
    }
}
