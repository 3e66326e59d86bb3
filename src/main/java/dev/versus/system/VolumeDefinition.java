package dev.versus.system;

import org.jspecify.annotations.Nullable;

/**
 * A volume that the services of a system share.
 *
 * @param tmpfs its settings if it is a temporary file system; null if it is a folder on disk
 */
public record VolumeDefinition(String name, @Nullable Tmpfs tmpfs) {}
