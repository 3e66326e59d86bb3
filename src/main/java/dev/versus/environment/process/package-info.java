/**
 * The environment {@code process}, which needs only a JDK: each replica of each service is a process of this host on the loopback address,
 * and known stores come as binaries from the class path. It knows {@code dev.versus.environment} and {@code dev.versus.system}, and no
 * other environment.
 */
@NullMarked
package dev.versus.environment.process;

import org.jspecify.annotations.NullMarked;
