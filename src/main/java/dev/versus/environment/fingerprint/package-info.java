/**
 * Fingerprints of the services of a deployment: the program and its build, packages, workers, limits and isolation. The same code finds
 * them out in every environment, from {@code /proc} of this host and by commands that a deployment runs in a replica. There is one class
 * per trait. No trait fails; what cannot be found out is left out. It knows {@code dev.versus.environment} and {@code dev.versus.linux},
 * and no single environment.
 */
@NullMarked
package dev.versus.environment.fingerprint;

import org.jspecify.annotations.NullMarked;
