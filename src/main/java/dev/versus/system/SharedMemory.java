package dev.versus.system;

import org.jspecify.annotations.Nullable;

/**
 * The shared memory of a service: its {@code /dev/shm} and its IPC namespace.
 *
 * @param ipc whose they are, or null for the default of the environment
 * @param donor the service that they are shared with; null unless {@code ipc} is {@link Ipc#SERVICE}
 * @param size the size of the service's own {@code /dev/shm}, or null for the default
 */
public record SharedMemory(
        @Nullable Ipc ipc, @Nullable String donor, @Nullable DataSize size) {

    /** The path of the file system in which programs share memory by name. */
    public static final String PATH = "/dev/shm";

    /** The shared memory of a service that sets none of the keys. */
    public static final SharedMemory DEFAULT = new SharedMemory(null, null, null);

    /** Owner of the shared memory of a service. */
    public enum Ipc {
        /** The service alone. */
        PRIVATE,
        /** The service, which lets others share it. */
        SHAREABLE,
        /** The service alone, without {@code /dev/shm}. */
        NONE,
        /** The host. */
        HOST,
        /** Another service. */
        SERVICE
    }

    /** Tells whether the service asks for shared memory apart from that of the host. */
    public boolean isApart() {
        return (ipc != null && ipc != Ipc.HOST) || size != null;
    }
}
