package dev.versus.environment;

import java.util.Optional;
import java.util.Set;

/** The processes of this host, so far as runs have to do with them. */
public interface Processes {

    /** The process that has this id now, unless it has ended. */
    Optional<ProcessIdentity> identify(long pid);

    /** Everything that the process started, and what that started. */
    Set<ProcessIdentity> descendants(ProcessIdentity process);

    /** Every process whose environment names exactly this run; this process itself is none of them. */
    Set<ProcessIdentity> carrying(RunId run);

    /** Sends a signal, named without SIG, if the process is still the one that is meant. */
    void signal(ProcessIdentity process, String signal);

    /** Removes the System V shared memory that these processes made and that nobody is attached to any more. */
    void removeSharedMemory(Set<ProcessIdentity> makers);

    default boolean isAlive(ProcessIdentity process) {
        return identify(process.pid()).filter(process::equals).isPresent();
    }

    /** Tells whether a process has certainly ended; one that cannot be seen from here may live. */
    default boolean hasEnded(ProcessIdentity process) {
        return !isAlive(process);
    }
}
