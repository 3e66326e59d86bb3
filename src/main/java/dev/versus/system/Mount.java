package dev.versus.system;

import org.jspecify.annotations.Nullable;

/**
 * A volume of a service.
 *
 * @param source a path on the host for a bind, resolved against the system's folder; a volume's name for a volume; null for an
 *     anonymous one
 */
public record Mount(Type type, @Nullable String source, String target, boolean readOnly) {

    public enum Type {
        BIND,
        VOLUME,
        TMPFS
    }
}
