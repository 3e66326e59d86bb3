package dev.versus.environment;

import dev.versus.ThisUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes of this host, read from {@code /proc} on Linux and by {@link ProcessHandle} elsewhere. */
public final class HostProcesses implements Processes {

    private static final Path PROC = Path.of("/proc");
    private static final Path SHARED_MEMORY = PROC.resolve("sysvipc/shm");
    private static final int BOOT_ID = 8;
    /** The initial PID namespace ({@code PROC_PID_INIT_INO}), from which every process is visible. */
    private static final String FIRST_NAMESPACE = "4026531836";

    private static final int STATE = 0;
    private static final int START_TIME = 19;

    private final boolean linux = Files.isReadable(PROC.resolve("self/stat"));
    private final String boot = linux ? "@" + beginning(PROC.resolve("sys/kernel/random/boot_id")) + "/" : "";
    private final String namespace = linux ? namespaceOf(PROC.resolve("self")) : "";

    @Override
    public Optional<ProcessIdentity> identify(long pid) {
        return linux ? identifyByStat(pid) : identifyByHandle(pid);
    }

    /** Returns the identity of a process that was started. If it has ended already, the identity is one that no living process has. */
    public ProcessIdentity started(long pid) {
        return identify(pid).orElseGet(() -> new ProcessIdentity(pid, "ended"));
    }

    /** Returns the process that asks. */
    public ProcessIdentity self() {
        return identify(ProcessHandle.current().pid()).orElseThrow();
    }

    /**
     * Reads the fields of {@code /proc/<pid>/stat} that follow the command name, which may hold spaces and parentheses. The first of them
     * is the state.
     */
    private Optional<ProcessIdentity> identifyByStat(long pid) {
        String stat = read(PROC.resolve(pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        if (fields.length <= START_TIME || fields[STATE].equals("Z") || fields[STATE].equals("X")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessIdentity(pid, fields[START_TIME] + boot + namespace));
    }

    /** Returns the number of the PID namespace of a process; empty if it cannot be read. */
    private static String namespaceOf(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("ns/pid")).toString().replaceAll("\\D", "");
        } catch (IOException hidden) {
            return "";
        }
    }

    /**
     * Tells whether a process has ended. A process of another PID namespace cannot be looked up by its id; it has ended if its namespace
     * holds no process any more, which only root in the initial namespace can see.
     */
    @Override
    public boolean hasEnded(ProcessIdentity process) {
        int at = process.started().indexOf(boot);
        String home = !linux || at < 0 ? namespace : process.started().substring(at + boot.length());
        return home.equals(namespace) ? !isAlive(process) : seesAll() && isEmpty(home);
    }

    private boolean seesAll() {
        return ThisUser.INSTANCE.isRoot() && namespace.equals(FIRST_NAMESPACE);
    }

    private static boolean isEmpty(String other) {
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.filter(path ->
                            Character.isDigit(String.valueOf(path.getFileName()).charAt(0)))
                    .map(HostProcesses::namespaceOf)
                    .noneMatch(other::equals);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Optional<ProcessIdentity> identifyByHandle(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(start -> new ProcessIdentity(pid, String.valueOf(start.toEpochMilli())));
    }

    @Override
    public Set<ProcessIdentity> descendants(ProcessIdentity process) {
        if (!isAlive(process)) {
            return Set.of();
        }
        return ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .flatMap(handle -> identify(handle.pid()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Set<ProcessIdentity> carrying(RunId run) {
        long self = ProcessHandle.current().pid();
        if (!linux) {
            return Set.of();
        }
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .map(Long::parseLong)
                    .filter(pid -> pid != self && carries(pid, run))
                    .flatMap(pid -> identify(pid).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IOException unreadable) {
            return Set.of();
        }
    }

    private static boolean carries(long pid, RunId run) {
        String wanted = RunId.VARIABLE + "=" + run;
        return Arrays.asList(read(PROC.resolve(pid + "/environ")).split("\0", -1))
                .contains(wanted);
    }

    @Override
    public void signal(ProcessIdentity process, String signal) {
        if (!isAlive(process)) {
            return;
        }
        switch (signal) {
            case "TERM" -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
            case "KILL" -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
            default -> {
                if (!ShortCommand.succeeds("kill", "-s", signal, String.valueOf(process.pid()))) {
                    ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
                }
            }
        }
    }

    /**
     * Removes the segments made by these processes. A segment names its maker by id alone, and another process may have had or may get that
     * id.
     */
    @Override
    public void removeSharedMemory(Set<ProcessIdentity> makers) {
        Map<Long, ProcessIdentity> ended = makers.stream()
                .filter(this::isUnused)
                .collect(Collectors.toMap(ProcessIdentity::pid, maker -> maker, (one, another) -> one));
        var clock = linux && !ended.isEmpty() ? BootClock.ofThisHost() : null;
        if (clock != null) {
            read(SHARED_MEMORY).lines().skip(1).forEach(row -> remove(new Segment(row), ended, clock));
        }
    }

    private boolean isUnused(ProcessIdentity process) {
        return identify(process.pid()).isEmpty();
    }

    private static void remove(Segment segment, Map<Long, ProcessIdentity> ended, BootClock clock) {
        ProcessIdentity maker = ended.get(segment.maker());
        if (maker != null && segment.isDetached() && segment.changed() >= clock.secondsAt(maker)) {
            boolean unused = ShortCommand.succeeds("ipcrm", "-m", segment.id());
        }
    }

    private static String beginning(Path path) {
        String text = read(path).strip();
        return text.substring(0, Math.min(BOOT_ID, text.length()));
    }

    /** Returns the text of a file of {@code /proc}; empty if the process has ended or belongs to another user. */
    private static String read(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
