package dev.versus.system;

import org.jspecify.annotations.Nullable;

/**
 * A volume, bind mount or temporary file system of a service.
 *
 * @param type the kind of mount
 * @param source for a bind mount the path on the host, resolved against the system's folder; for a volume its name, or null if it is
 *     anonymous; null for a temporary file system
 * @param target the path in the container
 * @param readOnly true if the service cannot write to the mount
 */
public record Mount(Type type, @Nullable String source, String target, boolean readOnly) {

    public enum Type {
        BIND,
        VOLUME,
        TMPFS
    }
}
