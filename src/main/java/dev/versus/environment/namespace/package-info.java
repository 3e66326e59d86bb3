/**
 * The environment {@code namespace}, in which each replica has a network namespace of its own and each Compose network is a bridge, as with
 * Docker but without it. The plan is a value ({@link dev.versus.environment.namespace.Topology}); other classes make it real, and remove it
 * by its exact names. It knows {@code dev.versus.environment}, {@code dev.versus.environment.host}, {@code dev.versus.environment.image},
 * {@code dev.versus.system} and {@code dev.versus.linux}, and no other environment.
 */
@NullMarked
package dev.versus.environment.namespace;

import org.jspecify.annotations.NullMarked;
