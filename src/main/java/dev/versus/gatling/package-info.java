/**
 * The adapter: turns a comparison into a Gatling simulation. Only this package knows both Gatling and the harness.
 *
 * <p>All virtual users of a comparison stay in one scenario through the whole run. At the {@link dev.versus.gatling.Turnstile} each of them
 * gets its next request with its time and target, or waits for the next stretch of load. So the warm-up and all rounds of all targets
 * take the very same path.
 */
@NullMarked
package dev.versus.gatling;

import org.jspecify.annotations.NullMarked;
