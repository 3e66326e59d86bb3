/**
 * The environment in which each replica has a network namespace of its own, and each Compose network is a bridge: what Docker does,
 * without Docker. What is to stand is a value ({@link dev.versus.environment.namespace.Topology}); others carry it out, and take it
 * down by its exact names. It knows {@code dev.versus.environment}, {@code dev.versus.environment.host}, {@code dev.versus.system} and
 * {@code dev.versus.linux}, and no other environment.
 */
@NullMarked
package dev.versus.environment.namespace;

import org.jspecify.annotations.NullMarked;
