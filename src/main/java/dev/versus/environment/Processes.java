package dev.versus.environment;

import java.util.Optional;
import java.util.Set;

/** Processes of this host, with the operations that runs need. */
public interface Processes {

    /** Returns the process that has this id now, unless it has ended. */
    Optional<ProcessIdentity> identify(long pid);

    /** Returns all descendants of a process: its children, their children, and so on. */
    Set<ProcessIdentity> descendants(ProcessIdentity process);

    /** Returns every process whose environment names exactly this run. The asking process is never among them. */
    Set<ProcessIdentity> carrying(RunId run);

    /** Sends a signal, named without SIG, if the id still belongs to this process. */
    void signal(ProcessIdentity process, String signal);

    /** Removes the System V shared memory that these processes made and to which no process is attached any more. */
    void removeSharedMemory(Set<ProcessIdentity> makers);

    /** Tells whether this very process is alive. */
    default boolean isAlive(ProcessIdentity process) {
        return identify(process.pid()).filter(process::equals).isPresent();
    }

    /** Tells whether a process has certainly ended. A process that cannot be seen from here counts as alive. */
    default boolean hasEnded(ProcessIdentity process) {
        return !isAlive(process);
    }
}
