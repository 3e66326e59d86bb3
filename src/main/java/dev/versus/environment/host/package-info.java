/**
 * What environments share that run services as programs of this host: launching in the order of dependencies, commands as Compose
 * files give them, PostgreSQL and Redis from the class path, nginx of the host, a system's Python packages, stopping. It knows {@code dev.versus.environment} and
 * {@code dev.versus.system}, and none of the environments that are built on it.
 */
@NullMarked
package dev.versus.environment.host;

import org.jspecify.annotations.NullMarked;
