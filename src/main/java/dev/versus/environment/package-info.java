/**
 * Environments: starting a system and removing everything of it again. It holds the common types (environment, deployment, running service)
 * and what all environments share: the launch, which starts, watches and stops replicas by the runtime of an environment; the record of a
 * run, the sweep of leftovers, stopping process trees, ports, logs. It knows {@code dev.versus.system}, {@code dev.versus.linux} and the
 * JDK, and none of the environments in the packages below it.
 */
@NullMarked
package dev.versus.environment;

import org.jspecify.annotations.NullMarked;
