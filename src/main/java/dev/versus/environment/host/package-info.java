/**
 * Services as programs of this host, for all environments that run them so: their processes, commands as Compose files give them,
 * PostgreSQL and Redis from the class path, nginx of the host, a system's Python packages. It knows {@code dev.versus.environment} and
 * {@code dev.versus.system}, and none of the environments that use it.
 */
@NullMarked
package dev.versus.environment.host;

import org.jspecify.annotations.NullMarked;
