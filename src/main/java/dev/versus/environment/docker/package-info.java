/**
 * The environment {@code docker}, which runs each replica of each service as a container of a Docker engine of this machine, as the Compose
 * file describes it: networks, aliases, limits, health, confinement. It knows {@code dev.versus.environment},
 * {@code dev.versus.environment.image}, {@code dev.versus.system} and docker-java; from {@code dev.versus.environment.host} it uses the
 * assignment of ports on this host, for the network mode {@code host}, and the cgroups of a run; and it knows no other environment.
 */
@NullMarked
package dev.versus.environment.docker;

import org.jspecify.annotations.NullMarked;
