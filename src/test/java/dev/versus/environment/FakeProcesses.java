package dev.versus.environment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A host whose processes die when they are killed, and otherwise only if they listen. */
final class FakeProcesses implements Processes {

    final Map<Long, ProcessIdentity> alive = new LinkedHashMap<>();
    final Map<Long, ProcessIdentity> children = new LinkedHashMap<>();
    final Set<ProcessIdentity> deaf = new LinkedHashSet<>();
    final Map<ProcessIdentity, RunId> runs = new LinkedHashMap<>();
    final List<String> signals = new ArrayList<>();

    ProcessIdentity start(long pid) {
        var process = new ProcessIdentity(pid, "t" + pid);
        alive.put(pid, process);
        return process;
    }

    @Override
    public Optional<ProcessIdentity> identify(long pid) {
        return Optional.ofNullable(alive.get(pid));
    }

    @Override
    public Set<ProcessIdentity> descendants(ProcessIdentity process) {
        ProcessIdentity child = isAlive(process) ? children.get(process.pid()) : null;
        return child == null ? Set.of() : Set.of(child);
    }

    @Override
    public Set<ProcessIdentity> carrying(RunId run) {
        var carrying = new LinkedHashSet<ProcessIdentity>();
        runs.forEach((process, of) -> {
            if (of.equals(run) && isAlive(process)) {
                carrying.add(process);
            }
        });
        return carrying;
    }

    @Override
    public void signal(ProcessIdentity process, String signal) {
        if (isAlive(process)) {
            signals.add(signal + " " + process.pid());
            if (signal.equals("KILL") || !deaf.contains(process)) {
                alive.remove(process.pid());
            }
        }
    }

    @Override
    public void removeSharedMemory(Set<ProcessIdentity> makers) {
        signals.add("shm " + makers.size());
    }
}
