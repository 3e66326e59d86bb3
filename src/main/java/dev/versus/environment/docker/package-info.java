/**
 * The environment that runs each replica of each service as a container of a Docker engine of this machine, as the Compose file has
 * it: networks, aliases, limits, health, confinement. It knows {@code dev.versus.environment}, {@code dev.versus.environment.image},
 * {@code dev.versus.system} and docker-java; of {@code dev.versus.environment.host} what places services side by side on this
 * host, for the network mode {@code host}; and no other environment.
 */
@NullMarked
package dev.versus.environment.docker;

import org.jspecify.annotations.NullMarked;
