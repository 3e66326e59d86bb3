package dev.versus.system;

import org.jspecify.annotations.Nullable;

/**
 * A port of the container that a service publishes.
 *
 * @param target the port that the service listens on
 * @param published the port on the host, or null for any free port
 * @param hostAddress the address on the host, or null if the file names none
 * @param protocol {@code tcp} or {@code udp}
 */
public record Port(
        int target, @Nullable Integer published, @Nullable String hostAddress, String protocol) {}
