/**
 * The adapter: comparisons become a Gatling simulation. This is the only place that knows both Gatling and the harness.
 *
 * <p>All virtual users of a comparison live through the whole run in one scenario. At the {@link dev.versus.gatling.Turnstile} each
 * learns when, where and what it sends next, or waits there for the next stretch of load; so warming up and every round of every
 * target take the very same path.
 */
@NullMarked
package dev.versus.gatling;

import org.jspecify.annotations.NullMarked;
