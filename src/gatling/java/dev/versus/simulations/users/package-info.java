/** The parts of {@link dev.versus.simulations.RestVsSharedMemory}: its ways, its payloads, its deployments and the published figures. */
@NullMarked
package dev.versus.simulations.users;

import org.jspecify.annotations.NullMarked;
