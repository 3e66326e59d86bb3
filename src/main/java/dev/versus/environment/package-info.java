/**
 * What it takes to start a system somewhere and to leave nothing behind: the words (environment, deployment, running service) and
 * what every environment shares: run state, sweeping, stopping process trees, ports, readiness, logs. It knows
 * {@code dev.versus.system}, {@code dev.versus.linux} and the JDK, and none of the environments that stand in packages below it.
 */
@NullMarked
package dev.versus.environment;

import org.jspecify.annotations.NullMarked;
